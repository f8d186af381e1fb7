package org.initweights.internal.draw.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.initweights.internal.random.Threefry2x32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoxMullerTest {

    private static final int N = Threefry2x32.BLOCKS;

    /** Of a value itself, so that those near 0 have all their digits. */
    private static final double RELATIVE = 3e-7;

    private final SplittableRandom random = new SplittableRandom(8);

    static WordFloats[] wordFloats() {
        return new WordFloats[] {new DirectWordFloats(), new SplitWordFloats()};
    }

    @ParameterizedTest
    @MethodSource("wordFloats")
    void isAsAccurateAsFloatsAre(WordFloats numbers) {
        BoxMuller normals = new BoxMuller(numbers);
        for (int round = 0; round < 200; round++) {
            int[] first = words();
            int[] second = words();

            normals.draw(first, second, 1, 0);

            for (int i = 0; i < N; i++) {
                double radius = radius(first[i], second[i]);
                double angle = (second[i] << 2) * 0x1p-32 * (Math.PI / 2);
                boolean exchanged = (second[i] & 0x4000_0000) != 0;
                assertClose(exchanged ? normals.sine[i] : normals.cosine[i], radius * StrictMath.cos(angle));
                assertClose(exchanged ? normals.cosine[i] : normals.sine[i], radius * StrictMath.sin(angle));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wordFloats")
    void areScaledAndMoved(WordFloats numbers) {
        BoxMuller standard = new BoxMuller(numbers);
        BoxMuller moved = new BoxMuller(numbers);
        int[] first = words();
        int[] second = words();

        standard.draw(first, second, 1, 0);
        moved.draw(first, second, 0.5f, 3);

        for (int i = 0; i < N; i++) {
            assertThat(moved.cosine[i]).isCloseTo(3 + standard.cosine[i] / 2, within(1e-6f));
            assertThat(moved.sine[i]).isCloseTo(3 + standard.sine[i] / 2, within(1e-6f));
        }
    }

    /** Negative where the pair is on the other side of the circle. */
    private static double radius(int first, int second) {
        double radius = Math.sqrt(-2 * StrictMath.log((float) (first >>> 1 | 1) * 0x1p-31));
        return second < 0 ? -radius : radius;
    }

    private static void assertClose(float value, double expected) {
        assertThat((double) value).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    /** Any, and those at the ends of their range and of quadrants. */
    private int[] words() {
        int[] words = random.ints(N).toArray();
        int[] ends = {
            0, 1, -1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 30, 3 << 30, 1 << 29, 0x20000001, 0x1FFFFFFF
        };
        System.arraycopy(ends, 0, words, 0, ends.length);
        for (int i = ends.length; i < N / 2; i++) {
            words[i] = (words[i] & 0xC0000000) | (words[i] & 0x3FFFFFFF) >>> random.nextInt(30);
        }
        return words;
    }
}
