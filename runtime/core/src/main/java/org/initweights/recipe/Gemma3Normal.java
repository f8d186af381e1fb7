package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * Gemma 3 as Hugging Face builds it: linear layers and embeddings.
 *
 * <pre>
 * w ~ N(0, std²),   std = 0.02
 * </pre>
 *
 * <p>It is no record of how Gemma 3 was trained: the number is
 * the default of Hugging Face's configuration. In DeepMind's own code, {@code google-deepmind/gemma}, {@code Einsum} leaves its matrix to
 * Flax's {@code normal()}, which is {@code std = 0.01}. The scales of norms take {@link Gemma3NormScale}. Example:
 * <pre>{@code
 * @Shape({262208, 2304}) @Gemma3Normal float[] embedding;
 * @Shape(2304)           @Gemma3NormScale float[] inputNorm;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({2304, 2304}) @Gemma3Normal(std = -1) float[] negative; // Negative: use 0 or more
 * }</pre>
 *
 * <p>Source: {@code initializer_range} of {@code transformers.Gemma3TextConfig}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal(std = 0.02)
public @interface Gemma3Normal {
    /**
     * The standard deviation, 0 or more; {@code initializer_range} of the configuration. Left out, it is the model's number of this
     * name, or 0.02 if the model has none.
     */
    @FromModel(optional = true)
    double std() default 0.02;
}
