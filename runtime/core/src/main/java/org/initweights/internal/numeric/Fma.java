package org.initweights.internal.numeric;

/**
 * The fused multiply-add of floats, by the machine's instruction where there is one. Where there is none, {@link Math#fma} goes by
 * {@code BigDecimal}, and this class gets the same result from a few operations on doubles.
 *
 * <p><b>Algorithm.</b> The product of two floats is exact in double. Its sum with the third is rounded to double, and then to float. The
 * two roundings give another result than one only if the first leads to the middle between two floats; there the sum is rounded to odd
 * first. Boldo and Melquiond, <i>Emulation of FMA and correctly rounded sums: proved algorithms using rounding to odd</i>, 2008.
 *
 * <p><b>Cost.</b> One instruction with hardware. Without it normals take five to ten times as long ({@code runtime/docs/speed.md}), where
 * {@code BigDecimal} takes microseconds a call. Which of the two this machine needs is measured once, when the class is loaded.
 *
 * <p><b>Limits.</b> None: subnormal numbers, infinities and NaN give what {@link Math#fma(float, float, float)} gives. There is nothing
 * like it for doubles, as no seeded stream needs it. {@code FmaTest} compares the two ways.
 *
 * <p><b>Changes against the paper.</b> Sums are rounded to odd only where the last 28 bits of the double are 0, since elsewhere the second
 * rounding is right already; the error of the sum is Knuth's two-sum.
 */
public final class Fma {

    /** Either way the result is the same, so that a wrong guess costs time alone. */
    private static final boolean INSTRUCTION = Probe.isFast();

    private Fma() {}

    /** Whether there is an instruction for it. */
    public static boolean isInstruction() {
        return INSTRUCTION;
    }

    /** {@code a · b + c}, rounded once. */
    public static float of(float a, float b, float c) {
        return INSTRUCTION ? Math.fma(a, b, c) : byDoubles(a, b, c);
    }

    /**
     * The product of two floats is a double, exactly. Rounding its sum with c a second time, to a float, is right unless the first
     * rounding led to the middle of two floats. There the last 28 bits are 0.
     */
    static float byDoubles(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        boolean mayBeMiddle = (Double.doubleToRawLongBits(sum) & 0x0FFF_FFFF) == 0;
        return mayBeMiddle ? byRoundingToOdd(product, c, sum) : (float) sum;
    }

    /**
     * If the sum is not exact, the neighbour whose last bit is 1: then rounding it again is right. Boldo and Melquiond, <i>Emulation of
     * FMA and correctly rounded sums: proved algorithms using rounding to odd</i>, 2008.
     */
    private static float byRoundingToOdd(double product, double c, double sum) {
        double part = sum - product;
        double error = product - (sum - part) + (c - part);
        if (error == 0 || !Double.isFinite(sum)) {
            return (float) sum;
        }
        long bits = Double.doubleToRawLongBits(sum);
        if ((bits & 1) == 0) {
            bits += error > 0 == sum > 0 ? 1 : -1;
        }
        return (float) Double.longBitsToDouble(bits);
    }

    /** Times {@link Math#fma}: tens of nanoseconds at most with the instruction, even interpreted; microseconds without. */
    private static final class Probe {

        private static final int CALLS = 32;
        private static final long LIMIT_NANOS = 1000;

        static boolean isFast() {
            long fastest = Long.MAX_VALUE;
            float x = 1;
            for (int round = 0; round < 8; round++) {
                long start = System.nanoTime();
                for (int i = 0; i < CALLS; i++) {
                    x = Math.fma(x, 0.75f, 0.3f);
                }
                fastest = Math.min(fastest, System.nanoTime() - start);
            }
            return x > 0 && fastest < CALLS * LIMIT_NANOS;
        }
    }
}
