package org.initweights.internal.draw.seeded;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.internal.draw.seeded.NormalPolynomials.CentralQuantile;
import org.initweights.internal.draw.seeded.NormalPolynomials.OuterQuantile;
import org.initweights.internal.numeric.BitCast;
import org.initweights.internal.numeric.Fma;
import org.initweights.internal.random.Threefry2x32;

/**
 * Standard normals of an interval, one of each word, by inverting the distribution function: no word is rejected.
 *
 * <p><b>Algorithm.</b> After Giles, <i>Approximating the erfinv function</i>, 2010. With q the probability beyond the value and L =
 * -log(4q(1 - q)), the value is a polynomial of L, times 1 - 2q: of degree 8 in L where L is below 5, of degree 9 in √L elsewhere.
 *
 * <p><b>What it consumes.</b> One word an element; {@link QuantileSides} makes q of it.
 *
 * <p><b>Cost.</b> Two or three polynomials and a root. 64 million floats on two cores: 574 million a second on JDK 17, 713 on 25. Where no
 * probability is so small that L reaches 5, as within ±2σ, the second polynomial is left out.
 *
 * <p><b>Limits.</b> The relative error is below 7·10⁻⁷; near 0 there are 2·10⁻⁷ of absolute error, since probabilities near 1/2 lie so far
 * apart ({@code TailQuantileTest}). q is not less than 6·10⁻¹².
 *
 * <p><b>Changes against Giles.</b>
 *
 * <ul>
 *   <li>The argument is q itself, not x = 1 - 2q, whose digits are lost in the tail: 4q(1 - q) is 1 - x².
 *   <li>The polynomials are others, of least relative error for normals and not for {@code erfinv}, the second of degree 9 instead of 8
 *       and centred at 3.5.
 *   <li>Both polynomials are computed and blended by 0 and 1, as a choice would not vectorise.
 *   <li>All is in {@code float} operations of a fixed order, so that the bits are the same on every machine.
 * </ul>
 *
 * <p>{@code VectorQuantile} does the same operations by the Vector API: change both or neither.
 */
final class TailQuantile {

    private static final int N = Threefry2x32.BLOCKS;

    /** The results. */
    final float[] values = new float[N];

    private final float[] isLower = new float[N];
    private final float[] high = new float[N];
    private final float[] low = new float[N];
    private final float[] logarithm = new float[N];
    private final float[] central = new float[N];
    private final float[] tail = new float[N];
    private final int[] maskBits = new int[N];
    private final int[] highBits = new int[N];
    private final int[] lowBits = new int[N];
    private final BitCast cast = new BitCast(N);
    private QuantileSides sides = new QuantileSides(0, 0, 0, 0, 0, 0);

    // Their one call site keeps HotSpot from inlining stages: in one method it does not vectorise all of their loops.

    /** Where only the central polynomial is needed. */
    private final List<Runnable> centralStages;

    private final List<Runnable> allStages;

    TailQuantile(WordFloats numbers) {
        List<Runnable> logarithms = List.of(
                () -> numbers.small(maskBits, isLower),
                () -> numbers.small(highBits, high),
                () -> numbers.small(lowBits, low),
                () -> join(high, low),
                () -> probability(sides, isLower, high, values),
                () -> square(values, logarithm),
                () -> cast.toBits(logarithm, highBits, N),
                () -> FloatLogarithm.unpack(highBits, lowBits),
                () -> cast.toFloats(highBits, logarithm, N),
                () -> numbers.small(lowBits, high),
                () -> FloatLogarithm.apply(high, logarithm),
                () -> central(logarithm, central));
        this.centralStages = append(logarithms, () -> value(isLower, central, values));
        this.allStages = append(
                logarithms,
                () -> cast.toBits(logarithm, highBits, N),
                () -> flagCentral(highBits),
                () -> numbers.small(highBits, high),
                () -> tail(logarithm, tail),
                () -> blend(high, tail, central),
                () -> value(isLower, central, values));
    }

    private static List<Runnable> append(List<Runnable> stages, Runnable... more) {
        return Stream.concat(stages.stream(), Stream.of(more)).toList();
    }

    /** Makes {@link #values} of the words. */
    void draw(int[] words, QuantileSides interval) {
        sides = interval;
        mask(words, maskBits, interval.threshold(), interval.allLower());
        halves(words, maskBits, highBits, lowBits);
        for (Runnable stage : interval.isCentral() ? centralStages : allStages) {
            stage.run();
        }
    }

    /** All ones where a word is below the threshold, else 0: the borrow of an unsigned subtraction. */
    private static void mask(int[] words, int[] mask, int threshold, int always) {
        for (int i = 0; i < N; i++) {
            int word = words[i];
            mask[i] = (((~word & threshold) | ((~word | threshold) & (word - threshold))) >> 31) | always;
        }
    }

    /** Both halves of each word, counted from the end of its side, and 1 where it is below 0, else 0. */
    private static void halves(int[] words, int[] mask, int[] high, int[] low) {
        for (int i = 0; i < N; i++) {
            int word = words[i] ^ ~mask[i];
            high[i] = word >>> 16;
            low[i] = word & 0xFFFF;
            mask[i] &= 1;
        }
    }

    /** The word as a float, plus ½: the middle of its part of the probability. */
    private static void join(float[] high, float[] low) {
        for (int i = 0; i < N; i++) {
            high[i] = high[i] * 65536 + low[i] + 0.5f;
        }
    }

    /** The probability beyond the value, of each word counted from the end of its side. */
    private static void probability(QuantileSides sides, float[] isLower, float[] word, float[] q) {
        probability(isLower, word, q, sides.lowerTail(), sides.lowerUnit(), sides.upperTail(), sides.upperUnit());
    }

    private static void probability(
            float[] isLower,
            float[] word,
            float[] q,
            float lowerTail,
            float lowerUnit,
            float upperTail,
            float upperUnit) {
        for (int i = 0; i < N; i++) {
            float isUpper = 1 - isLower[i];
            float unit = isLower[i] * lowerUnit + isUpper * upperUnit;
            q[i] = Fma.of(word[i], unit, isLower[i] * lowerTail + isUpper * upperTail);
        }
    }

    /** 4q(1 - q). */
    private static void square(float[] q, float[] out) {
        for (int i = 0; i < N; i++) {
            out[i] = 4 * (q[i] * (1 - q[i]));
        }
    }

    /** 1 where the logarithm is small, else 0. */
    private static void flagCentral(int[] bits) {
        for (int i = 0; i < N; i++) {
            bits[i] = (bits[i] - CentralQuantile.LIMIT_BITS) >>> 31;
        }
    }

    /** The value over 1 - 2q, a polynomial of L, where L is below 5. */
    private static void central(float[] logarithm, float[] out) {
        for (int i = 0; i < N; i++) {
            float t = 0.5f * logarithm[i] - CentralQuantile.CENTRE;
            float p = CentralQuantile.T8;
            p = Fma.of(p, t, CentralQuantile.T7);
            p = Fma.of(p, t, CentralQuantile.T6);
            p = Fma.of(p, t, CentralQuantile.T5);
            p = Fma.of(p, t, CentralQuantile.T4);
            p = Fma.of(p, t, CentralQuantile.T3);
            p = Fma.of(p, t, CentralQuantile.T2);
            p = Fma.of(p, t, CentralQuantile.T1);
            out[i] = Fma.of(p, t, CentralQuantile.T0);
        }
    }

    /** The value over 1 - 2q, a polynomial of √L, where L is 5 or more. */
    private static void tail(float[] logarithm, float[] out) {
        for (int i = 0; i < N; i++) {
            float t = (float) Math.sqrt(0.5f * logarithm[i]) - OuterQuantile.CENTRE;
            float p = OuterQuantile.T9;
            p = Fma.of(p, t, OuterQuantile.T8);
            p = Fma.of(p, t, OuterQuantile.T7);
            p = Fma.of(p, t, OuterQuantile.T6);
            p = Fma.of(p, t, OuterQuantile.T5);
            p = Fma.of(p, t, OuterQuantile.T4);
            p = Fma.of(p, t, OuterQuantile.T3);
            p = Fma.of(p, t, OuterQuantile.T2);
            p = Fma.of(p, t, OuterQuantile.T1);
            out[i] = Fma.of(p, t, OuterQuantile.T0);
        }
    }

    /** Takes the central value where its flag is 1, the tail's where it is 0. */
    private static void blend(float[] isCentral, float[] tail, float[] central) {
        for (int i = 0; i < N; i++) {
            central[i] = isCentral[i] * central[i] + (1 - isCentral[i]) * tail[i];
        }
    }

    /** Below 0 values are negative. */
    private static void value(float[] isLower, float[] ratio, float[] q) {
        for (int i = 0; i < N; i++) {
            q[i] = (1 - 2 * isLower[i]) * (1 - 2 * q[i]) * ratio[i];
        }
    }
}
