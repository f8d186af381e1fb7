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
 * The inverse frequencies of rotary position embeddings that Llama 3.1 scales for longer texts: high ones stay, low ones are divided by a
 * factor, and between them it goes over smoothly.
 *
 * <pre>
 * f_k = theta^(-2k / d),   s = (original · f_k / 2π - low) / (high - low)
 * f_k                                          if original · f_k / 2π is high or more
 * f_k / factor                                 if it is low or less
 * (1 - s) · f_k / factor + s · f_k             else
 * </pre>
 *
 * <p>The only axis has half the size of a head, d / 2. Example:
 * <pre>{@code
 * @Shape(64) @Llama3RotaryFrequencies @NonTrainable float[] invFreq;                    // Llama 3.1
 * @Shape(64) @Llama3RotaryFrequencies(factor = 32) @NonTrainable float[] small;         // Llama 3.2, 1B and 3B
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @Llama3RotaryFrequencies(factor = 0) float[] zero;  // TableValue: divided by 0
 * }</pre>
 *
 * <p>Source: the published code of Llama 3.1, {@code apply_scaling}, 2024.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.LLAMA3_ROTARY)
public @interface Llama3RotaryFrequencies {
    /**
     * The base of the frequencies, more than 0. Left out, it is the model's number of this name, or 500,000 if the model has
     * none.
     */
    @FromModel(optional = true)
    double theta() default 500_000;

    /**
     * By what low frequencies are divided, 1 or more. Left out, it is the model's number of this name, or 8 if the model has
     * none.
     */
    @FromModel(optional = true)
    double factor() default 8;

    /**
     * How many waves in the original length make a frequency low. Left out, it is the model's number of this name, or 1 if the model has
     * none.
     */
    @FromModel(optional = true, meaning = "the waves of a low frequency")
    double low() default 1;

    /**
     * How many waves in the original length make a frequency high. Left out, it is the model's number of this name, or 4 if the model has
     * none.
     */
    @FromModel(optional = true, meaning = "the waves of a high frequency")
    double high() default 4;

    /**
     * The length of the texts that the frequencies were trained on. Left out, it is the model's number of this name, or 8,192 if the model has
     * none.
     */
    @FromModel(optional = true)
    double original() default 8192;
}
