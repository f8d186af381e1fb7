package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws from a normal distribution restricted to [a, b].
 *
 * <pre>
 * w ~ N(mean, std²) given a ≤ w ≤ b
 * </pre>
 *
 * <p>The bounds are absolute values, not multiples of {@code std}, as in PyTorch. With {@code std = 0.02} the default bounds are at
 * 100 standard deviations, where nothing is cut. For a cut at two standard deviations write both bounds:
 * <pre>{@code
 * @Shape({768, 768}) @TruncNormal(std = 0.02, a = -0.04, b = 0.04) float[] weight;
 * }</pre>
 *
 * <p>The cut makes the spread smaller: at two standard deviations to each side, 0.8796 · std is left. {@link LecunNormal} and
 * {@link VarianceScaling} make up for that, this annotation does not.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({3, 4}) @TruncNormal(std = 0) float[] zero;                // NotPositive: std must be more than 0
 * @Shape({3, 4}) @TruncNormal(a = 2, b = 2) float[] empty;          // EmptyInterval: a must be less than b
 * @Shape({3, 4}) @TruncNormal(mean = 1.0 / 0.0) float[] mean;       // NotFinite: NaN is refused, for mean and std also infinity
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape(3) @TruncNormal(std = 0.02) float[] unit;                  // TruncationUnit: cuts at ±100σ, so nothing is truncated
 * @Shape(3) @TruncNormal(mean = 5) float[] tail;                    // TruncationTail: [-2, 2] holds less than 5% of N(5, 1)
 * }</pre>
 *
 * <p>Source: {@code torch.nn.init.trunc_normal_}. In {@code jax.nn.initializers.truncated_normal} and Keras'
 * {@code TruncatedNormal} the bounds are multiples of the standard deviation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface TruncNormal {

    /** The mean of the normal distribution before the cut. Any finite number; 0 by default. */
    double mean() default 0;

    /** The standard deviation before the cut. More than 0; 1 by default. */
    double std() default 1;

    /** The smallest value, as an absolute number. Less than {@code b}; -2 by default; {@code Double.NEGATIVE_INFINITY} for no bound. */
    double a() default -2;

    /** The largest value, as an absolute number. More than {@code a}; 2 by default; {@code Double.POSITIVE_INFINITY} for no bound. */
    double b() default 2;
}
