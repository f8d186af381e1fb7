package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/**
 * T5: the projection out of the attention.
 *
 * <pre>
 * w ~ N(0, 1 / in),   in = heads · d_kv
 * </pre>
 *
 * <p>Example, 8 heads of 64:
 * <pre>{@code
 * @Shape({768, 512}) @T5AttentionOutput float[] output;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(768) @T5AttentionOutput float[] vector;                 // FanRank: a vector has no input channels
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
public @interface T5AttentionOutput {}
