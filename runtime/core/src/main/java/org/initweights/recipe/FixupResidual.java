package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * Fixup: all but the last convolution of a residual branch, in networks without normalisation.
 *
 * <pre>
 * w ~ N(0, std²),   std = √(2 / fan_out) · layers^(-1 / (2 · convolutions - 2))
 * </pre>
 *
 * <p>The last convolution of a branch takes {@link FixupLast}. Example:
 * <pre>{@code
 * @Shape({64, 64, 3, 3}) @FixupResidual(layers = 16) float[] conv1;
 * @Shape({64, 64, 3, 3}) @FixupLast float[] conv2;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({64, 64, 3, 3}) @FixupResidual float[] left;                                     // MissingNumber: the model has no layers
 * @Shape(64) @FixupResidual(layers = 16) float[] bias;                                    // FanRank: a vector has no fan
 * }</pre>
 *
 * <p>Source: Zhang, Dauphin and Ma, <i>Fixup initialization: residual learning without normalization</i>, 2019.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "sqrt(2 / shape.fan_out) * pow(layers, -1 / (2 * convolutions - 2))")
public @interface FixupResidual {
    /** The number of residual branches of the model, 1 or more. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layers() default 0;

    /**
     * The number of convolutions in a branch, 2 or more. Left out, it is the model's number of this name, or 2 if the model has
     * none.
     */
    @FromModel(optional = true)
    int convolutions() default 2;
}
