package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Normal;

/**
 * T5: the embedding that encoder and decoder share.
 *
 * <pre>
 * w ~ N(0, 1)
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape({32128, 768}) @T5Embedding float[] shared;
 * }</pre>
 *
 * <p>Source: Raffel and others, <i>Exploring the limits of transfer learning with a unified text-to-text transformer</i>, 2020;
 * {@code transformers.T5PreTrainedModel} with {@code initializer_factor = 1}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
public @interface T5Embedding {}
