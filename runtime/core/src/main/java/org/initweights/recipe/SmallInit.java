package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/**
 * The matrices of a transformer that read the residual stream, in GPT-NeoX and others.
 *
 * <pre>
 * w ~ N(0, 2 / (5 · in))
 * </pre>
 *
 * <p>{@code in} is the width of the model. The matrices that write to the stream take {@link WangInit}. Example:
 * <pre>{@code
 * @Shape({3072, 768}) @SmallInit float[] up;
 * @Shape({768, 3072}) @WangInit(layers = 24) float[] down;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(768) @SmallInit float[] vector;                         // FanRank: a vector has no input channels
 * }</pre>
 *
 * <p>Source: Nguyen and Salazar, <i>Transformers without tears: improving the normalization of self-attention</i>, 2019; GPT-NeoX,
 * {@code small_init}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "sqrt(2 / (5 * shape.in))")
public @interface SmallInit {}
