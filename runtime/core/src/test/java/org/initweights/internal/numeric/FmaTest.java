package org.initweights.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FmaTest {

    private static final int TRIALS = 2_000_000;

    /** {@link Math#fma} is exact with an instruction and without. */
    @Test
    void theWayByDoublesIsExact() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < TRIALS; i++) {
            float a = any(random);
            float b = any(random);
            float c = random.nextInt(4) == 0 ? near(-a * b, random) : any(random);
            assertThat(Fma.byDoubles(a, b, c)).isEqualTo(Math.fma(a, b, c));
        }
    }

    /** Sums that a double rounds to the middle of two floats, from above or from below. */
    @Test
    void isRoundedOnceInTheMiddleOfTwoFloats() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < TRIALS; i++) {
            float c = Math.scalb((float) random.nextDouble(1, 2), random.nextInt(-30, 30));
            float half = Math.ulp(c) / 2;
            float a = (random.nextBoolean() ? half : -half) * (1 + 0x1p-23f);
            float b = 1 + random.nextInt(-2, 3) * 0x1p-23f;
            float signed = random.nextBoolean() ? c : -c;
            assertThat(Fma.byDoubles(a, b, signed)).isEqualTo(Math.fma(a, b, signed));
        }
    }

    /** Floats so small that they have fewer digits. */
    @Test
    void isRoundedOnceAmongSubnormalFloats() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < TRIALS; i++) {
            float a = Math.scalb((float) random.nextDouble(-1, 1), random.nextInt(-70, -60));
            float b = Math.scalb((float) random.nextInt(1, 1 << 24), random.nextInt(-100, -80));
            float c = random.nextInt(-(1 << 23), 1 << 23) * Float.MIN_VALUE;
            assertThat(Fma.byDoubles(a, b, c)).isEqualTo(Math.fma(a, b, c));
        }
    }

    @Test
    void ofWhatIsNoNumberComesNone() {
        float infinity = Float.POSITIVE_INFINITY;
        assertThat(Fma.byDoubles(infinity, 1, 1)).isEqualTo(infinity);
        assertThat(Fma.byDoubles(infinity, 1, -infinity)).isNaN();
        assertThat(Fma.byDoubles(Float.MAX_VALUE, 2, 0)).isEqualTo(infinity);
        assertThat(Fma.byDoubles(-0f, 1, -0f)).isEqualTo(-0f);
    }

    /** Of any magnitude at which neither product nor sum leaves the range of floats. */
    private static float any(SplittableRandom random) {
        return Math.scalb((float) random.nextDouble(-1, 1), random.nextInt(-30, 30));
    }

    private static float near(float value, SplittableRandom random) {
        return value + random.nextInt(-3, 4) * Math.ulp(value);
    }
}
