package org.initweights.internal.draw.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.initweights.internal.numeric.LongCast;
import org.initweights.internal.random.Threefry2x32;
import org.junit.jupiter.api.Test;

class DoubleBoxMullerTest {

    private static final int N = Threefry2x32.BLOCKS;

    /** That of an angle of a circle, and a few bits more. */
    private static final double ROUNDING = 1.2e-15;

    @Test
    void isAsAccurateAsStrictMath() {
        SplittableRandom random = new SplittableRandom(7);
        DoubleBoxMuller normals = new DoubleBoxMuller(new LongCast(N));
        long[] first = random.longs(N).toArray();
        long[] second = random.longs(N).toArray();
        long[] extremes = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 62, 3L << 61, 0xFFFL, 0xB504F333F9DE6484L};
        System.arraycopy(extremes, 0, first, 0, extremes.length);
        System.arraycopy(extremes, 0, second, 0, extremes.length);

        normals.draw(first, second);

        for (int i = 0; i < N; i++) {
            double u = ((first[i] >>> 12) + 0.5) * 0x1p-52;
            double radius = Math.sqrt(-2 * StrictMath.log(u));
            assertThat(normals.radius[i]).isCloseTo(radius, within(radius * ROUNDING));
            // The two highest bits number the quadrants; within one the angle is between its diagonals.
            double turn = ((second[i] >>> 62) + ((second[i] << 2) >>> 12) * 0x1p-52 - 0.5) * (Math.PI / 2);
            assertThat(normals.cosine[i]).isCloseTo(StrictMath.cos(turn), within(ROUNDING));
            assertThat(normals.sine[i]).isCloseTo(StrictMath.sin(turn), within(ROUNDING));
        }
    }
}
