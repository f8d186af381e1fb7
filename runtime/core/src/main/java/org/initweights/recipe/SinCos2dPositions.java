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
 * The positions of MAE and DiT on a grid: a quarter of the channels each is the sine and the cosine of the column, and of the row.
 *
 * <pre>
 * w_k = 1 / base^(k / Q),   Q = D / 4
 * PE[p] = (sin(column · w), cos(column · w), sin(row · w), cos(row · w))
 * </pre>
 *
 * <p>Axis 1 is the position, row by row, and axis 2 the channel. The first {@code extra} positions, of a class token, are 0. Example:
 * <pre>{@code
 * @Shape({1, 197, 768}) @SinCos2dPositions(grid = 14, extra = 1) float[] positions;   // MAE's, of 14 × 14 patches
 * @Shape({1, 256, 1152}) @SinCos2dPositions(grid = 16) float[] latents;               // DiT's
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({1, 256, 1152}) @SinCos2dPositions float[] none;        // MissingNumber: the model has no integer named grid
 * }</pre>
 *
 * <p>Source: He, Chen, Xie, Li, Dollár and Girshick, <i>Masked autoencoders are scalable vision learners</i>, 2021, and Peebles and
 * Xie, <i>Scalable diffusion models with transformers</i>, 2022: {@code get_2d_sincos_pos_embed} of their published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.SIN_COS_2D)
public @interface SinCos2dPositions {
    /** How many columns the grid has. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int grid() default 0;

    /**
     * How many positions come before those of the grid. Left out, it is the model's number of this name, or 0 if the model has
     * none.
     */
    @FromModel(optional = true)
    int extra() default 0;

    /**
     * The longest wavelength over 2π, more than 0. Left out, it is the model's number of this name, or 10,000 if the model has
     * none.
     */
    @FromModel(optional = true, meaning = "the longest wavelength over 2π")
    double base() default 10_000;
}
