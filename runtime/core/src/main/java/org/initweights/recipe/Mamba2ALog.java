package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SequenceExpressions;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Transform;
import org.initweights.annotation.Uniform;

/**
 * The {@code A_log} of Mamba-2: the logarithm of a uniform number for each head.
 *
 * <pre>
 * A ~ U[minA, maxA),   A_log = log(A)
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape(24) @Mamba2ALog float[] aLog;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(24) @Mamba2ALog(minA = 0) float[] zero;                 // TransformValue: 0 has no logarithm
 * }</pre>
 *
 * <p>Source: Dao and Gu, <i>Transformers are SSMs: generalized models and efficient algorithms through structured state space
 * duality</i>, 2024, and {@code A_init_range} of its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Uniform
@Formula(a = "minA", b = "maxA")
@Transform(SequenceExpressions.LOGARITHM)
public @interface Mamba2ALog {
    /** The smallest A, more than 0. Left out, it is the model's number of this name, or 1 if the model has
     * none. */
    @FromModel(optional = true)
    double minA() default 1;

    /**
     * The largest A, no less than {@code minA}. Left out, it is the model's number of this name, or 16 if the model has
     * none.
     */
    @FromModel(optional = true)
    double maxA() default 16;
}
