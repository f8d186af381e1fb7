package org.initweights.internal.draw.seeded;

import static org.initweights.internal.draw.seeded.DoubleStages.INTEGER;
import static org.initweights.internal.draw.seeded.DoubleStages.INTEGER_BITS;
import static org.initweights.internal.draw.seeded.DoubleStages.ONE_BITS;

import java.util.List;
import org.initweights.internal.numeric.LongCast;
import org.initweights.internal.random.Threefry2x32;

/**
 * Pairs of standard normals, one of two blocks of 64 bits: the radius from the first, the angle from the second; {@link BoxMuller} in
 * {@code double}.
 *
 * <p><b>Origin.</b> The logarithm is {@link DoubleLogarithm}. Sine and cosine have the coefficients of fdlibm's {@code __kernel_sin}
 * (k_sin.c) and {@code __kernel_cos} (k_cos.c).
 *
 * <p><b>What it consumes.</b> Two blocks a pair, so one block an element. The radius takes the 52 upper bits of its block; the angle takes
 * two bits of the other for the quadrant and 52 within it.
 *
 * <p><b>Limits.</b> The smallest u is 2⁻⁵³, so no value is further out than √(106·log 2) = 8.57σ. Radius, sine and cosine are within
 * 1.2·10⁻¹⁵ of {@link StrictMath}'s, the radius relatively ({@code DoubleBoxMullerTest}).
 *
 * <p><b>Changes against fdlibm.</b>
 *
 * <ul>
 *   <li>The angle is made within -π/4 to π/4, so nothing is reduced, and the second part of a reduced argument is not there.
 *   <li>Sine: (S·z)·x + x, where k_sin.c has S·(z·x) + x; no branch for tiny arguments.
 *   <li>Cosine: {@code 1 - z/2 + z²·C(z)} throughout, without k_cos.c's correction of arguments above 0.3.
 *   <li>No fused multiply-add: each operation is rounded by itself, on every machine.
 * </ul>
 */
final class DoubleBoxMuller {

    private static final int N = Threefry2x32.BLOCKS;
    private static final long MANTISSA = 0x000F_FFFF_FFFF_FFFFL;

    /** How far from 0 each pair is; times its cosine and its sine it gives two independent normals. */
    final double[] radius = new double[N];

    final double[] cosine = new double[N];
    final double[] sine = new double[N];
    private final double[] angle = new double[N];
    private final double[] odd = new double[N];
    private final double[] sign = new double[N];
    private final long[] highBits = new long[N];
    private final long[] lowBits = new long[N];
    private long[] first = {};
    private long[] second = {};

    /** Their one call site keeps HotSpot from inlining them: in one method it does not vectorise all of their loops. */
    private final List<Runnable> stages;

    DoubleBoxMuller(LongCast cast) {
        DoubleLogarithm logarithm = new DoubleLogarithm(cast);
        this.stages = List.of(
                () -> DoubleStages.upperBits(first, highBits),
                () -> cast.toDoubles(highBits, radius, N),
                () -> DoubleStages.centre(radius),
                () -> logarithm.unpack(radius),
                () -> logarithm.apply(radius),
                () -> root(radius),
                () -> angleBits(second, highBits),
                () -> cast.toDoubles(highBits, angle, N),
                () -> circle(angle, sine, cosine),
                () -> quadrant(second, highBits, lowBits),
                () -> cast.toDoubles(highBits, odd, N),
                () -> cast.toDoubles(lowBits, sign, N),
                () -> turn(odd, sign, sine, cosine));
    }

    /**
     * Makes all 512 pairs of these blocks: their radii, sines and cosines.
     *
     * @param radiusBlocks the blocks that give the radii, the first word as the high half
     * @param angleBlocks the blocks that give quadrants and angles
     */
    void draw(long[] radiusBlocks, long[] angleBlocks) {
        first = radiusBlocks;
        second = angleBlocks;
        stages.forEach(Runnable::run);
    }

    /** The radius, √(-2·log u). */
    private static void root(double[] logarithm) {
        for (int i = 0; i < N; i++) {
            logarithm[i] = Math.sqrt(-2 * logarithm[i]);
        }
    }

    /** The 52 bits after the two highest as the mantissa of a number in [1, 2). */
    private static void angleBits(long[] bits, long[] out) {
        for (int i = 0; i < N; i++) {
            out[i] = ((bits[i] >>> 10) & MANTISSA) | ONE_BITS;
        }
    }

    /** The angle within the quadrant, of numbers in [1, 2), and its sine and cosine. */
    private static void circle(double[] angle, double[] sine, double[] cosine) {
        for (int i = 0; i < N; i++) {
            double x = (angle[i] - 1.5) * (Math.PI / 2);
            double z = x * x;
            double s = 1.58969099521155010221e-10 * z - 2.50507602534068634195e-08;
            s = s * z + 2.75573137070700676789e-06;
            s = s * z - 1.98412698298579493134e-04;
            s = s * z + 8.33333333332248946124e-03;
            s = s * z - 1.66666666666666324348e-01;
            sine[i] = s * z * x + x;
            double c = -1.13596475577881948265e-11 * z + 2.08757232129817482790e-09;
            c = c * z - 2.75573143513906633035e-07;
            c = c * z + 2.48015872894767294178e-05;
            c = c * z - 1.38888888888741095749e-03;
            c = c * z + 4.16666666666666019037e-02;
            cosine[i] = c * z * z - 0.5 * z + 1;
        }
    }

    /** What the two highest bits say: whether sine and cosine are exchanged, as 0 or 1, and their sign, as 1 or -1. */
    private static void quadrant(long[] bits, long[] odd, long[] sign) {
        for (int i = 0; i < N; i++) {
            odd[i] = ((bits[i] >>> 62) & 1) | INTEGER_BITS;
            sign[i] = (bits[i] & Long.MIN_VALUE) | ONE_BITS;
        }
    }

    /** Products with 0 and ±1, since a choice would not vectorise. */
    private static void turn(double[] odd, double[] sign, double[] sine, double[] cosine) {
        for (int i = 0; i < N; i++) {
            double exchanged = odd[i] - INTEGER;
            double kept = 1 - exchanged;
            double s = sine[i];
            double c = cosine[i];
            cosine[i] = sign[i] * (kept * c - exchanged * s);
            sine[i] = sign[i] * (kept * s + exchanged * c);
        }
    }
}
