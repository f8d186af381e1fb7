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
 * {@code nu_log} of the LRU: the eigenvalues of the recurrence are spread evenly over the area of a ring, |λ| = exp(-exp(nu_log)).
 *
 * <pre>
 * u ~ U[minRadius², maxRadius²),   nu_log = log(-log(u) / 2)
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape(256) @LruNu(minRadius = 0.9, maxRadius = 0.999) float[] nuLog;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(256) @LruNu(minRadius = 0, maxRadius = 1) float[] all;  // TransformValue: 0 may be drawn, and has no logarithm
 * }</pre>
 *
 * <p>Source: Orvieto, Smith, Gu, Fernando, Gulcehre, Pascanu and De, <i>Resurrecting recurrent neural networks for long sequences</i>,
 * 2023.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Uniform
@Formula(a = "minRadius * minRadius", b = "maxRadius * maxRadius")
@Transform(SequenceExpressions.LRU_NU)
public @interface LruNu {
    /**
     * The radius of the inner circle, more than 0. Left out, it is the model's number of this name, or 0.9 if the model has
     * none.
     */
    @FromModel(optional = true)
    double minRadius() default 0.9;

    /**
     * The radius of the outer circle, no more than 1. Left out, it is the model's number of this name, or 0.999 if the model has
     * none.
     */
    @FromModel(optional = true)
    double maxRadius() default 0.999;
}
