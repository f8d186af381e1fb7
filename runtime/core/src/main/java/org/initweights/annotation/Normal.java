package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws from the normal distribution.
 *
 * <pre>
 * w ~ N(mean, std²)
 * </pre>
 *
 * <p>Example, an embedding as in GPT-2:
 * <pre>{@code
 * @Shape({50257, 768}) @Normal(std = 0.02) float[] embedding;
 * }</pre>
 *
 * <p>The defaults are PyTorch's: {@code @Normal} alone has the standard deviation 1, which is too large for most weights. For a
 * spread that follows from the size of the layer see {@link KaimingNormal}, {@link XavierNormal} and {@link LecunNormal}, or
 * compute it with {@link Formula}.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({3, 4}) @Normal(std = -1) float[] negative;            // Negative: use 0 or more
 * @Shape({3, 4}) @Normal(mean = 0.0 / 0.0) float[] mean;        // NotFinite: NaN and infinities are refused
 * @Shape({3, 4}) @Normal(std = 1e307) float[] wide;             // TooWide: 40 standard deviations must be within the range of a double
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape(8) @Normal(std = 1e-5) @HalfFloat(HalfFormat.FP16) short[] small;    // Underflow: too small for FP16; BF16 holds it
 * }</pre>
 *
 * <p>Source: {@code torch.nn.init.normal_}; {@code jax.nn.initializers.normal}, whose mean is 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Normal {

    /** The mean. Any finite number; 0 by default. */
    double mean() default 0;

    /** The standard deviation. 0 or more; 1 by default. With 0 every element is the mean. */
    double std() default 1;
}
