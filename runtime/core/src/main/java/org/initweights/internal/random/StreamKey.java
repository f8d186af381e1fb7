package org.initweights.internal.random;

import java.nio.charset.StandardCharsets;

/**
 * The key of one independent stream of {@link Threefry2x32} blocks.
 *
 * <p>The stream of a parameter is keyed by seed and name: starting from the seed's high and low word as key, each eight bytes
 * of the name's UTF-8 (big-endian, the last padded with zeros) and then the number of bytes are enciphered as a counter, and the
 * block that results is the next key. This is a keyed 64-bit hash: as hard to collide as Threefry is to break.
 */
public record StreamKey(int k0, int k1) {

    /** The key of the parameter {@code name} under {@code seed}. */
    public static StreamKey of(long seed, String name) {
        StreamKey key = new StreamKey((int) (seed >>> 32), (int) seed);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += Long.BYTES) {
            key = key.derive(word(bytes, from));
        }
        return key.derive(bytes.length);
    }

    private static long word(byte[] bytes, int from) {
        long word = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            word = word << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return word;
    }

    /** The key of another stream, for {@code purpose}, independent of this one. */
    public StreamKey derive(long purpose) {
        long block = block(purpose);
        return new StreamKey((int) (block >>> 32), (int) block);
    }

    /** One block of this stream. */
    public long block(long counter) {
        return Threefry2x32.block(k0, k1, counter);
    }
}
