package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SequenceExpressions;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Table;

/**
 * The inverse frequencies of rotary position embeddings, {@code inv_freq}.
 *
 * <pre>
 * f_k = theta^(-2k / d) / factor,   k = 0 … d/2 - 1
 * </pre>
 *
 * <p>The only axis has half the size of a head, d / 2. Example:
 * <pre>{@code
 * @Shape(64) @RotaryFrequencies @NonTrainable float[] invFreq;                          // of heads of 128
 * @Shape(64) @RotaryFrequencies(factor = 4) @NonTrainable float[] interpolated;         // positions a quarter as far apart
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @RotaryFrequencies(theta = 0) float[] zero;         // TableValue: 0 has no negative power
 * }</pre>
 *
 * <p>Source: Su and others, <i>RoFormer: enhanced transformer with rotary position embedding</i>, 2021; the factor: Chen, Wong, Chen and
 * Tian, <i>Extending context window of large language models via positional interpolation</i>, 2023.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.ROTARY)
public @interface RotaryFrequencies {
    /**
     * The base of the frequencies, more than 0. Left out, it is the model's number of this name, or 10,000 if the model has
     * none.
     */
    @FromModel(optional = true)
    double theta() default 10_000;

    /**
     * How many times as far positions reach, 1 or more. Left out, it is the model's number of this name, or 1 if the model has
     * none.
     */
    @FromModel(optional = true)
    double factor() default 1;
}
