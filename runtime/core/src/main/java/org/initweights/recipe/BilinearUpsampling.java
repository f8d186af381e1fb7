package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts a transposed convolution as bilinear interpolation: it enlarges each channel for itself.
 *
 * <pre>
 * w[i][i][y][x] = (1 - |y / f - c|) · (1 - |x / f - c|),   f = ⌈k / 2⌉,   c = (k - 1) / 2f for each axis of size k
 * w[i][j] = 0 for i ≠ j, in each group
 * </pre>
 *
 * <p>Example, an upsampling of 21 classes by 2:
 * <pre>{@code
 * @Shape(value = {21, 21, 4, 4}, layout = Layout.IN_OUT_SPATIAL) @BilinearUpsampling float[] up;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({21, 21, 4}) @BilinearUpsampling float[] line;      // BilinearRank: needs four dimensions, two of the kernel
 * }</pre>
 *
 * <p>Source: Long, Shelhamer and Darrell, <i>Fully convolutional networks for semantic segmentation</i>, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface BilinearUpsampling {}
