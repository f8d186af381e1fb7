package org.initweights.internal.draw.seeded;

import org.initweights.internal.random.Threefry2x32;

/**
 * Makes floats of random words: integers, rounded to nearest even as {@code (float) i} is, and scaled.
 *
 * <p>There are two ways, {@link DirectWordFloats} and {@link SplitWordFloats}, which make the same bits; the JDK's version decides.
 */
interface WordFloats {

    /** How many words are made floats at a time: the loops have this length alone. */
    int N = Threefry2x32.BLOCKS;

    /** Since this version C2 has a vector form of {@code (float) i}. */
    int DIRECT_SINCE = 21;

    /** {@code (word >>> 8) · unit + lower} of each word. */
    void uniform(int[] words, float[] out, float unit, float lower);

    /** {@code (word >>> 1 | 1) · unit} of each word: 31 bits, which are never all 0. */
    void positive(int[] words, float[] out, float unit);

    /** {@code (word << 2) · unit} of each word: a signed number, without the two highest bits. */
    void signed(int[] words, float[] out, float unit);

    /** Makes floats of integers of at most 22 bits, signed; all are exact. */
    void small(int[] integers, float[] out);

    /** The fastest way that this JVM has. */
    static WordFloats create() {
        return version(System.getProperty("java.specification.version", "")) >= DIRECT_SINCE
                ? new DirectWordFloats()
                : new SplitWordFloats();
    }

    /** The feature release that a specification's version is of, or 0: Android has {@code 0.9}, and no {@code Runtime.version()}. */
    static int version(String specification) {
        return specification.matches("\\d{1,4}") ? Integer.parseInt(specification) : 0;
    }
}
