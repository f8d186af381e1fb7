package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SequenceExpressions;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Transform;
import org.initweights.annotation.Uniform;

/**
 * {@code theta_log} of the LRU: the logarithms of phases that are uniform.
 *
 * <pre>
 * u ~ U[0, 1),   theta_log = log(maxPhase · max(u, 1e-8))
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape(256) @LruTheta float[] thetaLog;
 * @Shape(256) @LruTheta(maxPhase = 0.314) float[] slow;          // π / 10
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(256) @LruTheta(maxPhase = 0) float[] none;              // TransformValue: 0 has no logarithm
 * }</pre>
 *
 * <p>Source: Orvieto, Smith, Gu, Fernando, Gulcehre, Pascanu and De, <i>Resurrecting recurrent neural networks for long sequences</i>,
 * 2023. There the logarithm of a u that is 0 is infinite.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Uniform
@Transform(SequenceExpressions.LRU_THETA)
public @interface LruTheta {
    /**
     * The largest phase, more than 0. Left out, it is the model's number of this name, or 6.28 if the model has
     * none.
     */
    @FromModel(optional = true)
    double maxPhase() default 6.28;
}
