package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
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
@Formula(std = "sqrt(2 / fan_out) * pow(layers, -1 / (2 * convolutions - 2))")
public @interface FixupResidual {
    /** The number of residual branches of the model. */
    int layers();

    /** The number of convolutions in a branch. */
    int convolutions() default 2;
}
