package org.initweights.internal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaving words out is drawing them: word by word, also where a leap takes the place of the steps. */
class TwisterJumpTest {

    /** One more or less than a block, and than what is leapt over. */
    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                623,
                624,
                625,
                1_000_000,
                624L * 16384 - 1,
                624L * 16384,
                624L * 16385,
                624L * 16385 + 1,
                20_000_003
            })
    void skipsAsIfDrawn(long count) {
        for (int before : new int[] {0, 1, 623, 624, 1000}) {
            MersenneTwister drawn = new MersenneTwister(5489);
            MersenneTwister skipped = new MersenneTwister(5489);
            int[] words = new int[1000];
            drawn.next(words, before);
            skipped.next(words, before);
            draw(drawn, count);

            skipped.skip(count);

            assertThat(skipped.state()).isEqualTo(drawn.state());
            assertThat(skipped.next()).isEqualTo(drawn.next());
        }
    }

    private static void draw(MersenneTwister twister, long count) {
        int[] words = new int[1 << 16];
        for (long done = 0; done < count; done += words.length) {
            twister.next(words, (int) Math.min(words.length, count - done));
        }
    }

    /** Whatever the distance: two leaps are one of their sum. */
    @Test
    void leapsAddUp() {
        Random random = new Random(3);
        for (int i = 0; i < 5; i++) {
            long first = random.nextLong(1, 1L << 45);
            long second = random.nextLong(1, 1L << 61);
            int[] state = Arrays.copyOf(new MersenneTwister(random.nextInt()).state(), 624);

            assertThat(TwisterJump.ahead(TwisterJump.ahead(state, first), second))
                    .isEqualTo(TwisterJump.ahead(state, first + second));
        }
    }

    /** Below the degree there is nothing to divide. */
    @Test
    void smallPowersAreThemselves() {
        for (int exponent = 0; exponent < 19937; exponent += 997) {
            long[] power = TwisterJump.power(exponent);
            for (int i = 0; i < 19937; i++) {
                assertThat(power[i / 64] >>> i & 1).isEqualTo(i == exponent ? 1 : 0);
            }
        }
    }
}
