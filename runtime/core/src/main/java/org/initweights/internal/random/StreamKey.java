package org.initweights.internal.random;

import java.nio.charset.StandardCharsets;

/**
 * The key of one independent stream of {@link Threefry2x32} blocks.
 *
 * <p>The stream of a parameter is keyed by seed and name. The first key is the seed, its high word first. Each eight bytes of the name's
 * UTF-8 (big-endian, the last padded with zeros), and then the number of bytes, are enciphered as a counter; the block that results is the
 * next key. The number of bytes tells names apart that differ in the padding only.
 *
 * <p><b>Cost.</b> ⌈bytes / 8⌉ + 1 blocks, and as many small objects.
 *
 * <p><b>Limits.</b> This is a keyed hash of 64 bits, as hard to collide as Threefry is to break. By the birthday bound two of n names of a
 * model have the same key with probability n² / 2⁶⁵. {@code runtime/docs/statistics.md} counts the collisions of 2²⁴ neighbouring names
 * and seeds.
 *
 * <p>Streams of other purposes are derived by {@link #derive}: the parts of a parameter have the purposes from 2⁶³ up, its shuffles those
 * from 2⁶⁴ - 1 down, and no tensor is so long that its own counters reach either. {@code StreamKeyTest} holds the values.
 *
 * @param k0 the first word of the key
 * @param k1 the second
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

    /** Eight bytes as one number, the first the highest; zeros behind the end. */
    private static long word(byte[] bytes, int from) {
        long word = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            word = word << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return word;
    }

    /**
     * The key of another stream, independent of this one.
     *
     * @param purpose the counter whose block becomes the key; use each for one purpose only
     */
    public StreamKey derive(long purpose) {
        long block = block(purpose);
        return new StreamKey((int) (block >>> 32), (int) block);
    }

    /** One block of this stream: its first word is the high half, its second the low half. */
    public long block(long counter) {
        return Threefry2x32.block(k0, k1, counter);
    }
}
