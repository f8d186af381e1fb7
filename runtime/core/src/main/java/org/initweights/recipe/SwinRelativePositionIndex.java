package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SequenceExpressions;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Table;

/**
 * Swin's index of relative positions: for each pair of places in a window, the row of the table of biases.
 *
 * <pre>
 * index[i][j] = (yᵢ - yⱼ + height - 1) · (2 · width - 1) + xᵢ - xⱼ + width - 1,   y = ⌊i / width⌋, x = i mod width
 * </pre>
 *
 * <p>The shape is [places, places], and the window has places / width rows; it is a buffer, which is not trained, {@code I64} in PyTorch. Example:
 * <pre>{@code
 * @Shape({49, 49}) @SwinRelativePositionIndex(width = 7) long[] relativePositionIndex;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({49, 49}) @SwinRelativePositionIndex float[] left;                // MissingNumber: the model has no integer named width
 * @Shape({49, 49}) @SwinRelativePositionIndex(width = 8) float[] ragged;   // TableValue: 49 places are no rows of 8
 * }</pre>
 *
 * <p>Source: Liu and others, <i>Swin transformer: hierarchical vision transformer using shifted windows</i>, 2021, and
 * {@code relative_position_index} of its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.SWIN_INDEX)
public @interface SwinRelativePositionIndex {
    /** How many columns the window has. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int width() default 0;
}
