package org.initweights.numeric;

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
