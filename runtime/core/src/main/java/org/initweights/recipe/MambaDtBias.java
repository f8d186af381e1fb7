package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * Mamba: the bias of the time step, whose softplus is log-uniform between {@code low} and {@code high}.
 *
 * <p>Gu and Dao, <i>Mamba: linear-time sequence modeling with selective state spaces</i>, 2023.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MambaDtBias {
    /** The smallest time step, {@code dt_min}. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double low() default 0.001;

    /** The largest time step, {@code dt_max}. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double high() default 0.1;

    /** No time step is smaller, {@code dt_init_floor}. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double floor() default 1e-4;
}
