package org.initweights.statistics.streams;

import org.initweights.internal.random.StreamKey;

/** What a key is made of, and of which one bit is turned. */
public enum Input {
    /** The 64 bits of the seed. */
    SEED(Long.SIZE) {
        @Override
        StreamKey turned(long seed, String name, int bit) {
            return StreamKey.of(seed ^ 1L << bit, name);
        }
    },
    /** The lowest four bits of each letter of a name of eighteen. */
    NAME(4 * Input.LETTERS) {
        @Override
        StreamKey turned(long seed, String name, int bit) {
            StringBuilder other = new StringBuilder(name);
            int letter = bit / 4;
            other.setCharAt(letter, (char) (name.charAt(letter) ^ 1 << bit % 4));
            return StreamKey.of(seed, other.toString());
        }
    };

    /** How long names are: two words of eight bytes, and a part of a third. */
    static final int LETTERS = 18;

    private final int bits;

    Input(int bits) {
        this.bits = bits;
    }

    /** How many bits there are to turn. */
    int bits() {
        return bits;
    }

    /** The key when the bit of this number is turned. */
    abstract StreamKey turned(long seed, String name, int bit);
}
