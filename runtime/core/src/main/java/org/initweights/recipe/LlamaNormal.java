package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * Llama as Hugging Face builds it: linear layers and embeddings.
 *
 * <pre>
 * w ~ N(0, std²),   std = 0.02
 * </pre>
 *
 * <p>Example, an embedding whose padding row is zero:
 * <pre>{@code
 * @Shape({32000, 4096}) @LlamaNormal @PaddingRow float[] embedding;
 * @Shape({4096, 4096})  @LlamaNormal float[] query;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({4096, 4096}) @LlamaNormal(std = -1) float[] negative;  // Negative: use 0 or more
 * }</pre>
 *
 * <p>Source: {@code transformers.LlamaPreTrainedModel}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal(std = 0.02)
public @interface LlamaNormal {
    /**
     * The standard deviation, 0 or more; {@code initializer_range} of the configuration. Left out, it is the model's number of this
     * name, or 0.02 if the model has none.
     */
    @FromModel(optional = true)
    double std() default 0.02;
}
