package org.initweights.statistics.tests;

import org.initweights.statistics.words.WordSource;

/** The highest bits of each word, one after the other. */
final class Bits {

    private final WordSource words;
    private final int each;

    /** The highest {@code each} bits of each word; {@code each} is a power of two. */
    Bits(WordSource words, int each) {
        this.words = words;
        this.each = each;
    }

    /** The next 64 bits. */
    long next() {
        long bits = 0;
        for (int i = 0; i < Long.SIZE; i += each) {
            bits = bits << each | Integer.toUnsignedLong(words.next() >>> (Integer.SIZE - each));
        }
        return bits;
    }
}
