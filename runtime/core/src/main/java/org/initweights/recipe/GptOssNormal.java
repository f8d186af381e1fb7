package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * gpt-oss as Hugging Face builds it: linear layers, embeddings, the matrices of experts, the router with its bias, and the sinks of the
 * attention.
 *
 * <pre>
 * w ~ N(0, std²),   std = 0.02
 * </pre>
 *
 * <p>It is no record of how gpt-oss was trained: the code that the project has published leaves the parameters empty until a checkpoint is
 * read. The number is the default of Hugging Face's configuration. The other biases are {@code @Zeros}, the scales of norms {@code @Ones}.
 * Example:
 * <pre>{@code
 * @Shape(value = {32, 2880, 5760}, stacked = 1) @GptOssNormal float[] gateUp;
 * @Shape(32) @GptOssNormal float[] routerBias;
 * @Shape(64) @GptOssNormal float[] sinks;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({2880, 4096}) @GptOssNormal(std = -1) float[] negative; // Negative: use 0 or more
 * }</pre>
 *
 * <p>Source: {@code initializer_range} of {@code transformers.GptOssConfig} and {@code GptOssPreTrainedModel}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal(std = 0.02)
public @interface GptOssNormal {
    /**
     * The standard deviation, 0 or more; {@code initializer_range} of the configuration. Left out, it is the model's number of this
     * name, or 0.02 if the model has none.
     */
    @FromModel(optional = true)
    double std() default 0.02;
}
