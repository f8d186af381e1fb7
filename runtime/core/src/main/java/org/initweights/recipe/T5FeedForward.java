package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/**
 * T5: both matrices of the feed-forward block.
 *
 * <pre>
 * w ~ N(0, 1 / in),   in = d_model for wi, d_ff for wo
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape({2048, 768}) @T5FeedForward float[] wi;
 * @Shape({768, 2048}) @T5FeedForward float[] wo;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(768) @T5FeedForward float[] vector;                     // FanRank: a vector has no input channels
 * }</pre>
 *
 * <p>Source: Raffel and others, <i>Exploring the limits of transfer learning with a unified text-to-text transformer</i>, 2020;
 * {@code transformers.T5PreTrainedModel} with {@code initializer_factor = 1}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "1 / sqrt(shape.in)")
public @interface T5FeedForward {}
