package org.initweights;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.random.Threefry2x32;

/**
 * A key of {@code jax.random}, to mirror the tree of keys that a JAX model draws its parameters from. It is that of JAX's default
 * generator, {@code threefry2x32}, in its partitionable form, the default since JAX 0.5.
 *
 * <pre>{@code
 * JaxKey key = JaxKey.of(42);                    // jax.random.key(42)
 * List<JaxKey> keys = key.split(2);              // jax.random.split(key)
 * JaxKey layer = keys.get(1).foldIn(3);          // jax.random.fold_in(keys[1], 3)
 * float u = layer.uniform(0);                    // jax.random.uniform(layer)
 * }</pre>
 *
 * @param high the first word of {@code jax.random.key_data}
 * @param low the second
 */
public record JaxKey(int high, int low) {

    private static final int UNIFORM_BITS_DROPPED = 9;
    private static final int EXPONENT_OF_ONE = 0x3F80_0000;

    /** {@code jax.random.key(seed)} without 64-bit mode: of the seed the low 32 bits count. */
    public static JaxKey of(long seed) {
        return new JaxKey(0, (int) seed);
    }

    /**
     * {@code jax.random.split(key, count)}.
     *
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public List<JaxKey> split(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("a key cannot be split into " + count + " keys");
        }
        return IntStream.range(0, count).mapToObj(this::at).toList();
    }

    /** {@code jax.random.fold_in(key, data)}. */
    public JaxKey foldIn(int data) {
        return at(data & 0xFFFF_FFFFL);
    }

    /** Element {@code index}, in row-major order, of {@code jax.random.bits(key, shape)}: 32 random bits. */
    public int bits(long index) {
        JaxKey block = at(index);
        return block.high ^ block.low;
    }

    /** Element {@code index}, in row-major order, of {@code jax.random.uniform(key, shape)}: a multiple of 2⁻²³ in [0, 1). */
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
        return "JaxKey[%08x %08x]".formatted(high, low);
    }
}
