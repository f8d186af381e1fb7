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
 * Llama as torchtitan builds it: the matrices {@code wo}, {@code w2} and {@code w3} of a layer, smaller the deeper the layer.
 *
 * <pre>
 * w ~ N(0, std²),   std = 0.02 / √(2 · (layer + 1))
 * </pre>
 *
 * <p>torchtitan calls {@code trunc_normal_} with PyTorch's absolute bounds of ±2. At this deviation they never cut, so a normal
 * distribution is drawn here. Example:
 * <pre>{@code
 * class Block {
 *     final int layer;
 *     @Shape({4096, 4096}) @LlamaResidual float[] wo;
 *
 *     Block(int layer) {
 *         this.layer = layer;
 *     }
 * }
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({4096, 4096}) @LlamaResidual float[] left;              // MissingNumber: the model has no integer named layer
 * @Shape({4096, 4096}) @LlamaResidual(layer = -1) float[] none;  // FormulaValue: layers count from 0
 * }</pre>
 *
 * <p>Source: {@code torchtitan.models.llama3}, {@code depth_init}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "0.02 / sqrt(2 * (layer + 1))")
public @interface LlamaResidual {
    /** The position of the layer, from 0. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layer() default 0;
}
