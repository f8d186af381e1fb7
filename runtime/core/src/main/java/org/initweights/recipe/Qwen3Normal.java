package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * Qwen3 as Hugging Face builds it: linear layers, embeddings, and the matrices of experts.
 *
 * <pre>
 * w ~ N(0, std²),   std = 0.02
 * </pre>
 *
 * <p>It is no record of how Qwen3 was trained: the number is
 * the default of Hugging Face's configuration. The scales of its norms, those of queries and keys too, are {@code @Ones}. Example:
 * <pre>{@code
 * @Shape({151936, 4096}) @Qwen3Normal float[] embedding;
 * @Shape({4096, 4096})   @Qwen3Normal float[] query;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({4096, 4096}) @Qwen3Normal(std = -1) float[] negative;  // Negative: use 0 or more
 * }</pre>
 *
 * <p>Source: {@code initializer_range} of {@code transformers.Qwen3Config}. For Qwen3 as torchtitan trains it see {@link LlamaResidual}
 * and {@link LlamaOutput}, which that project shares.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal(std = 0.02)
public @interface Qwen3Normal {
    /**
     * The standard deviation, 0 or more; {@code initializer_range} of the configuration. Left out, it is the model's number of this
     * name, or 0.02 if the model has none.
     */
    @FromModel(optional = true)
    double std() default 0.02;
}
