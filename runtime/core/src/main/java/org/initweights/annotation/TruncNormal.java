package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws from a normal distribution restricted to [a, b], as {@code torch.nn.init.trunc_normal_}.
 *
 * <p>The bounds are absolute values, not multiples of {@code std}: {@code std = 0.02} with the default bounds cuts at ±100σ,
 * which is no cut at all. For ±2σ write {@code a = -0.04, b = 0.04}. The standard deviation after the cut is smaller than
 * {@code std}, 0.8796 of it at ±2σ; {@link LecunNormal} and {@link VarianceScaling} make up for that.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface TruncNormal {

    /** The mean before the cut. */
    double mean() default 0;

    /** The standard deviation before the cut; positive. */
    double std() default 1;

    /** The smallest value. */
    double a() default -2;

    /** The largest value; more than {@code a}. */
    double b() default 2;
}
