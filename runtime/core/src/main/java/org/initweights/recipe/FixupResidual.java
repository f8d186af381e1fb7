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
 * Fixup: He's normal over fan_out, scaled by layers^(-1 / (2 · convolutions - 2)), for all but the last convolution of a residual
 * branch.
 *
 * <p>Zhang, Dauphin and Ma, <i>Fixup initialization</i>, 2019.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "sqrt(2 / shape.fan_out) * pow(layers, -1 / (2 * convolutions - 2))")
public @interface FixupResidual {
    /** The number of residual branches of the model. Left out, it is the model's number of this name. */
    @FromModel
    int layers() default 0;

    /** The number of convolutions in a branch. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    int convolutions() default 2;
}
