package org.initweights.internal.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MersenneTwisterTest {

    /** The first is of the reference implementation's default seed; the ten-thousandth is what the C++ standard requires. */
    @Test
    void givesTheWordsOfTheDefaultSeed() {
        MersenneTwister twister = new MersenneTwister(5489);
        assertThat(twister.next()).isEqualTo((int) 3499211612L);
        assertThat(twister.next()).isEqualTo(581869302);

        int word = 0;
        for (int i = 2; i < 10_000; i++) {
            word = twister.next();
        }
        assertThat(word).isEqualTo((int) 4123659995L);
    }

    @Test
    void givesTheSameWordsInAnyPortions() {
        MersenneTwister one = new MersenneTwister(7);
        MersenneTwister many = new MersenneTwister(7);
        int[] portion = new int[2000];
        for (int size : new int[] {1, 623, 624, 0, 625, 1, 2000, 17}) {
            many.next(portion, size);
            for (int i = 0; i < size; i++) {
                assertThat(portion[i]).isEqualTo(one.next());
            }
        }
        assertThat(many.nextLong()).isEqualTo((long) one.next() << 32 | Integer.toUnsignedLong(one.next()));
    }
}
