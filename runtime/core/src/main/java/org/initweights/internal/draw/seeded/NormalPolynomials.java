package org.initweights.internal.draw.seeded;

/**
 * The coefficients of the polynomials that draw normals in {@code float}, each named by the power that it belongs to. The staged loops
 * and those of the vector module evaluate the same ones in the same order, highest power first, so that both give the same bits.
 *
 * <p>All are constants of the compiler: the loops read no memory for them.
 */
public final class NormalPolynomials {

    private NormalPolynomials() {}

    /** Minus twice the natural logarithm of {@code m · 2^exponent}, with m in [√½, √2), as powers of {@code t = 1 - m}. */
    public static final class Logarithm {

        /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
        public static final int SQRT_HALF_BITS = 0x3F3504F3;

        /** What each power of two adds. */
        public static final float MINUS_TWO_LOG_2 = -1.3862944f;

        public static final float T1 = 2;
        public static final float T2 = 0.9999998f;
        public static final float T3 = 0.666679f;
        public static final float T4 = 0.5000351f;
        public static final float T5 = 0.39924145f;
        public static final float T6 = 0.33141017f;
        public static final float T7 = 0.29835945f;
        public static final float T8 = 0.28615046f;
        public static final float T9 = 0.17469689f;

        private Logarithm() {}
    }

    /** Sine and cosine of an angle x from -π/4 to π/4. */
    public static final class Circle {

        /** A quarter of a turn for each quarter of the values of a word. */
        public static final float HALF_PI_PER_TURN = (float) (Math.PI / 2 * 0x1p-32);

        public static final float SINE_X3 = -0.16666655f;
        public static final float SINE_X5 = 0.00833216f;
        public static final float SINE_X7 = -1.9515282e-4f;

        public static final float COSINE_X2 = -0.49999884f;
        public static final float COSINE_X4 = 0.04165578f;
        public static final float COSINE_X6 = -0.0013591853f;

        private Circle() {}
    }

    /**
     * The quantile of the normal distribution over 1 - 2q, where minus twice the logarithm of 4q(1 - q) is below 10: powers of
     * half of that number less {@link #CENTRE}.
     */
    public static final class CentralQuantile {

        /** The bits of 10. */
        public static final int LIMIT_BITS = 0x41200000;

        public static final float CENTRE = 2.5f;

        public static final float T0 = 2.1233137f;
        public static final float T1 = 0.3488027f;
        public static final float T2 = -0.0059081586f;
        public static final float T3 = -0.0017730319f;
        public static final float T4 = 0.00030913565f;
        public static final float T5 = -6.2095464e-06f;
        public static final float T6 = -4.9856417e-06f;
        public static final float T7 = 4.8519627e-07f;
        public static final float T8 = 3.9865366e-08f;

        private CentralQuantile() {}
    }

    /** The same beyond that limit: powers of the root of half of that number, less {@link #CENTRE}. */
    public static final class OuterQuantile {

        public static final float CENTRE = 3.5f;

        public static final float T0 = 4.717088f;
        public static final float T1 = 1.4246356f;
        public static final float T2 = 0.00465967f;
        public static final float T3 = -0.0029247124f;
        public static final float T4 = 0.001433354f;
        public static final float T5 = -0.0009378183f;
        public static final float T6 = 0.00078434305f;
        public static final float T7 = -0.0003632878f;
        public static final float T8 = 2.4282367e-06f;
        public static final float T9 = 3.2061842e-05f;

        private OuterQuantile() {}
    }
}
