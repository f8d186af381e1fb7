package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A transposed convolution that starts as bilinear interpolation, each channel for itself.
 *
 * <p>Long, Shelhamer and Darrell, <i>Fully convolutional networks for semantic segmentation</i>, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface BilinearUpsampling {}
