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
 * Llama as torchtitan builds it: N(0, (0.02 / √(2 · (layer + 1)))²) for {@code wo}, {@code w2} and {@code w3} of a layer.
 *
 * <p>torchtitan calls {@code trunc_normal_} with PyTorch's absolute bounds ±2, which at this deviation never cut.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "0.02 / sqrt(2 * (layer + 1))")
public @interface LlamaResidual {
    /** The index of the layer, from 0. Left out, it is the model's number of this name. */
    @FromModel
    int layer() default 0;
}
