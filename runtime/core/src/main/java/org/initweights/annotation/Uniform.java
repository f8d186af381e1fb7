package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws from the uniform distribution on [a, b).
 *
 * <pre>
 * w ~ U[a, b),   mean = (a + b) / 2,   variance = (b - a)² / 12
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape({512, 512}) @Uniform(a = -0.05, b = 0.05) float[] weight;
 * }</pre>
 *
 * <p>The defaults are PyTorch's, so {@code @Uniform} alone draws no negative number. For bounds that follow from the size of the
 * layer see {@link KaimingUniform}, {@link XavierUniform} and {@link LecunUniform}.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({3, 4}) @Uniform(a = 1, b = 0) float[] empty;                // EmptyInterval: a must not be more than b
 * @Shape({3, 4}) @Uniform(b = 0.0 / 0.0) float[] notANumber;          // NotFinite: NaN and infinities are refused
 * @Shape({3, 4}) @Uniform(a = -3e38, b = 3e38) float[] wide;          // TooWide: b - a must be within the range of a float
 * }</pre>
 *
 * <p>Source: {@code torch.nn.init.uniform_}; {@code jax.nn.initializers.uniform} with {@code a = 0} and {@code b = scale}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Uniform {

    /** The lower bound, which can be drawn. Any finite number up to {@code b}; 0 by default. */
    double a() default 0;

    /**
     * The upper bound, which is not drawn. Any finite number from {@code a} on; 1 by default. If both are equal, every element is
     * {@code a}.
     */
    double b() default 1;
}
