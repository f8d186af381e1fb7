package org.initweights;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.initweights.internal.random.Threefry2x32;

/**
 * A key of {@code jax.random}, to mirror the tree of keys that a JAX model draws its parameters from. It belongs to JAX's default
 * generator, {@code threefry2x32}, in the partitionable form that is the default since JAX 0.5.
 *
 * <pre>{@code
 * JaxKey key = JaxKey.of(42); // jax.random.key(42) List<JaxKey> keys = key.split(2); // jax.random.split(key) JaxKey layer =
 * keys.get(1).foldIn(3); // jax.random.fold_in(keys[1], 3) float u = layer.uniform(0); // jax.random.uniform(layer)
 * }</pre>
 *
 * <p>Keys, bits and uniforms are the same on every platform of JAX. Each method computes one block of Threefry a key, and keeps nothing:
 * using a key does not change it, so draw from each key only once.
 *
 * @param high the first word of {@code jax.random.key_data}
 * @param low the second word
 */
public record JaxKey(int high, int low) implements Serializable {

    private static final int UNIFORM_BITS_DROPPED = 9;
    private static final int EXPONENT_OF_ONE = 0x3F80_0000;

    /**
     * {@code jax.random.key(seed)} without 64-bit mode.
     *
     * @param seed only the low 32 bits count
     */
    public static JaxKey of(long seed) {
        return new JaxKey(0, (int) seed);
    }

    /** {@code jax.random.key(seed)} in JAX's 64-bit mode, {@code jax_enable_x64}: all bits of the seed count. */
    public static JaxKey of64(long seed) {
        return new JaxKey((int) (seed >>> Integer.SIZE), (int) seed);
    }

    /**
     * {@code jax.random.split(key, count)}: key i is both words of block i.
     *
     * @param count how many keys
     * @return the keys, in JAX's order
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public List<JaxKey> split(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("a key cannot be split into " + count + " keys");
        }
        return IntStream.range(0, count).mapToObj(this::at).toList();
    }

    /**
     * {@code jax.random.fold_in(key, data)}.
     *
     * @param data taken as an unsigned number of 32 bits, as JAX does
     */
    public JaxKey foldIn(int data) {
        return at(data & 0xFFFF_FFFFL);
    }

    /**
     * The key of the parameter of this name: for each part of the name between its dots, {@code jax.random.fold_in} of the CRC-32 of
     * its UTF-8 bytes. In Python:
     *
     * <pre>{@code
     * for part in name.split("."):
     *     key = jax.random.fold_in(key, zlib.crc32(part.encode()))
     * }</pre>
     */
    public JaxKey foldIn(String name) {
        JaxKey key = this;
        for (String part : name.split("\\.", -1)) {
            CRC32 crc = new CRC32();
            crc.update(part.getBytes(StandardCharsets.UTF_8));
            key = key.foldIn((int) crc.getValue());
        }
        return key;
    }

    /**
     * The key that Flax's {@code make_rng} gives a Linen module, where this key is the model's.
     * {@code flaxModule(2, "encoder", "Dense_0")} is the key of the second parameter which the module {@code encoder/Dense_0} makes,
     * mostly its bias. Flax folds in the SHA-1 of the names and of the number.
     *
     * @param draw how many keys the module has asked for, this one included
     * @param path the names of the modules from the outermost on; none for the model itself
     * @throws IllegalArgumentException if {@code draw} is not positive
     */
    public JaxKey flaxModule(int draw, String... path) {
        if (draw < 1) {
            throw new IllegalArgumentException("Flax counts the keys of a module from 1, not from " + draw);
        }
        MessageDigest digest = sha1();
        for (String name : path) {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
        }
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            if (draw >>> shift != 0) {
                digest.update((byte) (draw >>> shift));
            }
        }
        return foldIn(ByteBuffer.wrap(digest.digest()).getInt());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /**
     * Element {@code index}, in row-major order, of {@code jax.random.bits(key, shape)}: 32 random bits, both words of a block joined by
     * an exclusive or.
     *
     * @param index the element's index, whatever the shape is
     */
    public int bits(long index) {
        JaxKey block = at(index);
        return block.high ^ block.low;
    }

    /**
     * Element {@code index}, in row-major order, of {@code jax.random.uniform(key, shape)}: a multiple of 2⁻²³ in [0, 1), made of the 23
     * upper bits of {@link #bits}.
     *
     * @param index the element's index, whatever the shape is
     */
    public float uniform(long index) {
        return Float.intBitsToFloat(bits(index) >>> UNIFORM_BITS_DROPPED | EXPONENT_OF_ONE) - 1;
    }

    /** Both words of a block of this key's stream. */
    private JaxKey at(long counter) {
        long block = Threefry2x32.block(high, low, counter);
        return new JaxKey((int) (block >>> Integer.SIZE), (int) block);
    }

    /** The words in hexadecimal, as {@code JaxKey[00000000 0000002a]}. */
    @Override
    public String toString() {
        return "JaxKey[" + HexFormat.of().toHexDigits(high) + " "
                + HexFormat.of().toHexDigits(low) + "]";
    }
}
