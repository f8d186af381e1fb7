package org.initweights.statistics.battery;

import org.initweights.statistics.words.WordSource;

/** Generators that are known to be bad. */
enum BadGenerator {

    /** Knuth and Lewis's linear congruential generator modulo 2³²: its low bits have short periods. */
    CONGRUENTIAL {
        @Override
        int next(int state) {
            return 1664525 * state + 1013904223;
        }
    },

    /** IBM's, whose triples lie in 15 planes. */
    RANDU {
        @Override
        int next(int state) {
            return 65539 * state & 0x7FFFFFFF;
        }

        @Override
        int word(int state) {
            return state << 1;
        }
    },

    /** A shift register of 32 bits, Marsaglia's xorshift. */
    SHIFT_REGISTER {
        @Override
        int next(int state) {
            int a = state ^ state << 13;
            int b = a ^ a >>> 17;
            return b ^ b << 5;
        }
    },

    /** A Weyl sequence: a counter times a constant. */
    WEYL {
        @Override
        int next(int state) {
            return state + 0x9E3779B9;
        }
    },

    /** A counter that is mixed too little. */
    COUNTER {
        @Override
        int next(int state) {
            return state + 1;
        }

        @Override
        int word(int state) {
            int mixed = state * 0x85EBCA6B;
            return mixed ^ mixed >>> 15;
        }
    };

    abstract int next(int state);

    int word(int state) {
        return state;
    }

    /** Its words, from the state 1 on. */
    WordSource words() {
        int[] state = {1};
        return () -> {
            state[0] = next(state[0]);
            return word(state[0]);
        };
    }
}
