package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Constant;
import org.initweights.annotation.FromModel;

/**
 * A factor for each channel of a residual branch that starts small, so that the branch does little at first.
 *
 * <pre>
 * w = value
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape(768) @LayerScale float[] deep;
 * @Shape(768) @LayerScale(0.1) float[] shallow;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(768) @LayerScale(1.0 / 0.0) float[] infinite;                              // NotFinite: NaN and infinities are refused
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape(768) @LayerScale @HalfFloat(HalfFormat.FP16) short[] half;                 // Underflow: too small for FP16; BF16 holds it
 * @Shape({768, 768}) @LayerScale float[] matrix;                                    // Symmetry: it is meant for a vector
 * }</pre>
 *
 * <p>Source: Touvron, Cord, Sablayrolles, Synnaeve and Jégou, <i>Going deeper with image transformers</i>, 2021.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Constant(1e-6)
public @interface LayerScale {
    /**
     * The factor, any finite number. The paper takes 0.1 up to 18 layers, 1e-5 for 24 and 1e-6 beyond. Left out, it is the model's
     * number of this name, or 1e-6 if the model has none.
     */
    @FromModel(optional = true, meaning = "the factor of a branch")
    double value() default 1e-6;
}
