package org.initweights.internal.draw.jax;

import org.initweights.HalfFormat;
import org.initweights.JaxKey;
import org.initweights.internal.random.Threefry2x32;
import org.initweights.internal.tensor.HalfCodec;
import org.initweights.internal.tensor.Storage;

/**
 * Elements of half precision, {@code float16} or {@code bfloat16}: each operation is one of single precision, whose result is rounded to
 * nearest even.
 *
 * <p><b>What it consumes.</b> A block an element, as {@link FloatTile}; of its 32 bits 10 count for {@code float16}, 7 for
 * {@code bfloat16}.
 *
 * <p><b>Limits.</b> There are 2¹⁰ different uniforms, and so as many normals, of {@code float16}, and 2⁷ of {@code bfloat16}. That is
 * JAX's way; the seeded and PyTorch's source draw half floats as floats, and round.
 *
 * <p><b>Changes against the original.</b> NumPy's and XLA's roundings of Python's numbers are written out: at once to {@code float16}, by
 * way of {@code float32} to {@code bfloat16}. {@code JaxParityTest} holds the bits of both types.
 */
final class HalfTile implements JaxTile {

    private final int[] x0 = new int[LENGTH];
    private final int[] x1 = new int[LENGTH];
    private final float[] values = new float[LENGTH];
    private final InverseErf inverseErf = new InverseErf(values);
    private final HalfFormat format;
    private final HalfCodec codec;

    HalfTile(HalfFormat format) {
        this.format = format;
        this.codec = HalfCodec.of(format);
    }

    /** {@code float16} takes the high 10 of the low 16 bits, {@code bfloat16} the high 7 of the low 8. */
    @Override
    public void uniform(JaxKey key, long number) {
        Threefry2x32.generate(key.high(), key.low(), number * LENGTH, x0, x1);
        for (int i = 0; i < LENGTH; i++) {
            int word = x0[i] ^ x1[i];
            values[i] = switch (format) {
                case FP16 -> (word >>> 6 & 0x3FF) * 0x1p-10f;
                case BF16 -> (word >>> 1 & 0x7F) * 0x1p-7f;
            };
        }
    }

    /** {@code max(lower, u · (upper - lower) + lower)}: width, product and sum are each rounded to half precision. */
    @Override
    public void stretch(double lower, double upper) {
        float low = half(lower);
        float width = half(half(upper) - low);
        for (int i = 0; i < LENGTH; i++) {
            values[i] = Math.max(low, half(half(values[i] * width) + low));
        }
    }

    /** That of floats, rounded once. */
    @Override
    public void inverseErf() {
        inverseErf.apply();
        for (int i = 0; i < LENGTH; i++) {
            values[i] = half(values[i]);
        }
    }

    @Override
    public void times(double factor) {
        float rounded = half(factor);
        for (int i = 0; i < LENGTH; i++) {
            values[i] = half(values[i] * rounded);
        }
    }

    @Override
    public void plus(double term) {
        float rounded = half(term);
        for (int i = 0; i < LENGTH; i++) {
            values[i] = half(values[i] + rounded);
        }
    }

    /** To the half floats next to the bounds, on the inside. */
    @Override
    public void clipInside(double lower, double upper) {
        float smallest = neighbour(half(lower), 1);
        float largest = neighbour(half(upper), -1);
        for (int i = 0; i < LENGTH; i++) {
            values[i] = Math.min(Math.max(values[i], smallest), largest);
        }
    }

    /** The next half float up or down; finite ones of a sign are in the order of their bits. */
    private float neighbour(float value, int direction) {
        if (value == 0) {
            return direction * codec.decode((short) 1);
        }
        if (value == direction * Float.POSITIVE_INFINITY) {
            return value;
        }
        return codec.decode((short) (codec.encode(value) + (value > 0 ? direction : -direction)));
    }

    @Override
    public void put(Storage target, long offset, int count) {
        target.put(offset, values, count);
    }

    @Override
    public double round(double value) {
        return half(value);
    }

    @Override
    public double root(double value) {
        return half((float) Math.sqrt(value));
    }

    /** XLA makes the division by √2 a product with its reciprocal, but not for {@code bfloat16}. */
    @Override
    public double erfOfBound(double bound) {
        float root = half(Math.sqrt(2));
        float quotient = switch (format) {
            case FP16 -> half(bound) * half(1 / root);
            case BF16 -> half(bound) / root;
        };
        return half(Erf.of(half(quotient)));
    }

    @Override
    public double aboveMinusOne() {
        return neighbour(-1, 1);
    }

    /** NumPy rounds to {@code float16} at once, but to {@code bfloat16} by way of {@code float32}. */
    private float half(double value) {
        return switch (format) {
            case FP16 -> half(roundToOdd(value));
            case BF16 -> half((float) value);
        };
    }

    /**
     * Rounds to the one of the two neighbouring floats whose last bit is 1: rounding that to half precision is as good as rounding the
     * number itself.
     */
    private static float roundToOdd(double value) {
        float nearest = (float) value;
        boolean even = (Float.floatToRawIntBits(nearest) & 1) == 0;
        return nearest == value || !even ? nearest : Math.nextAfter(nearest, value);
    }

    private float half(float value) {
        return codec.decode(codec.encode(value));
    }
}
