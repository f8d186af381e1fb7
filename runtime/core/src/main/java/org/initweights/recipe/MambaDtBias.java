package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * The bias of Mamba's time step: softplus of it is a step that is log-uniform between two bounds.
 *
 * <pre>
 * dt = max(floor, low · (high / low)^u),   u ~ U[0, 1)
 * b = dt + ln(1 - exp(-dt)),   so that softplus(b) = dt
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape(1536) @MambaDtBias float[] dtBias;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(1536) @MambaDtBias(low = 0) float[] zero;               // NotPositive: low, high and floor are more than 0
 * @Shape(1536) @MambaDtBias(low = 0.2) float[] swapped;          // EmptyInterval: low must not be more than high
 * }</pre>
 *
 * <p>Source: Gu and Dao, <i>Mamba: linear-time sequence modeling with selective state spaces</i>, 2023, and its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MambaDtBias {
    /**
     * The smallest time step, {@code dt_min}: more than 0, not more than {@code high}. Left out, it is the model's number of this
     * name, or 0.001 if the model has none.
     */
    @FromModel(optional = true, meaning = "the smallest time step")
    double low() default 0.001;

    /** The largest time step, {@code dt_max}. Left out, it is the model's number of this name, or 0.1 if the model has none. */
    @FromModel(optional = true, meaning = "the largest time step")
    double high() default 0.1;

    /**
     * Smaller steps are raised to this, {@code dt_init_floor}: more than 0. Left out, it is the model's number of this name, or
     * 1e-4 if the model has none.
     */
    @FromModel(optional = true)
    double floor() default 1e-4;
}
