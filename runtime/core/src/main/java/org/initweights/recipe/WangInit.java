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
 * The matrices of a transformer that write to the residual stream, in GPT-J and GPT-NeoX.
 *
 * <pre>
 * w ~ N(0, std²),   std = 2 / (layers · √out)
 * </pre>
 *
 * <p>{@code out} is the width of the model. The matrices that read the stream take {@link SmallInit}. Example:
 * <pre>{@code
 * @Shape({3072, 768}) @SmallInit float[] up;
 * @Shape({768, 3072}) @WangInit(layers = 24) float[] down;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({768, 3072}) @WangInit float[] left;                    // MissingNumber: the model has no integer named layers
 * @Shape(768) @WangInit(layers = 24) float[] vector;             // FanRank: a vector has no output channels
 * @Shape({768, 3072}) @WangInit(layers = 0) float[] none;        // FormulaValue: 1 or more
 * }</pre>
 *
 * <p>Source: GPT-NeoX, {@code wang_init}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "2 / (layers * sqrt(shape.out))")
public @interface WangInit {
    /** The number of layers of the model, 1 or more. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layers() default 0;
}
