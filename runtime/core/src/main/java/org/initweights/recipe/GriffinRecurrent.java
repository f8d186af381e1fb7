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
 * The recurrent parameter of Griffin's RG-LRU: |a| is spread evenly over the area of a ring, and stored as the inverse softplus of
 * -log|a|.
 *
 * <pre>
 * u ~ U[minRadius² + 1e-8, maxRadius² + 1e-8),   w = log(exp(-log(u) / 2) - 1)
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape(2560) @GriffinRecurrent float[] aParam;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(2560) @GriffinRecurrent(maxRadius = 1.1) float[] far;   // TransformValue: outside of the unit circle there is no logarithm
 * }</pre>
 *
 * <p>Source: De and others, <i>Griffin: mixing gated linear recurrences with local attention for efficient language models</i>, 2024,
 * and {@code rnn_param_init} of RecurrentGemma's published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Uniform
@Formula(a = "minRadius * minRadius + 1e-8", b = "maxRadius * maxRadius + 1e-8")
@Transform(SequenceExpressions.GRIFFIN)
public @interface GriffinRecurrent {
    /**
     * The radius of the inner circle, more than 0. Left out, it is the model's number of this name, or 0.9 if the model has
     * none.
     */
    @FromModel(optional = true)
    double minRadius() default 0.9;

    /**
     * The radius of the outer circle, less than 1. Left out, it is the model's number of this name, or 0.999 if the model has
     * none.
     */
    @FromModel(optional = true)
    double maxRadius() default 0.999;
}
