package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/**
 * A convolution of EfficientNet as timm builds it: the fan counts the outputs of one group.
 *
 * <pre>
 * w ~ N(0, 2 / fan_out),   fan_out = (out / groups) · kernel
 * </pre>
 *
 * <p>Example, a depthwise convolution:
 * <pre>{@code
 * @Shape(value = {96, 1, 5, 5}, groups = 96) @EfficientNetConv float[] depthwise;     // std = √(2 / 25)
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(96) @EfficientNetConv float[] bias;                                          // FanRank: a vector has no fan; use @Zeros
 * }</pre>
 *
 * <p>Source: Tan and Le, <i>EfficientNet: rethinking model scaling for convolutional neural networks</i>, 2019; {@code timm}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "sqrt(2 / shape.fan_out)")
public @interface EfficientNetConv {}
