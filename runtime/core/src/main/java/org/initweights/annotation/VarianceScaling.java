package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Distribution;
import org.initweights.FanMode;

/**
 * Variance scale / fan, as {@code jax.nn.initializers.variance_scaling} and Keras' {@code VarianceScaling}.
 *
 * <p>He is {@code scale = 2}; Glorot is {@code mode = FAN_AVG}. Needs two dimensions or more.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface VarianceScaling {

    /** The numerator of the variance; positive. */
    double scale() default 1;

    /** The fan that divides it. */
    FanMode mode() default FanMode.FAN_IN;

    /** What to draw from; the variance is the same for all. */
    Distribution distribution() default Distribution.TRUNCATED_NORMAL;
}
