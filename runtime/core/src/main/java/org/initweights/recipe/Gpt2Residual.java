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
 * GPT-2: N(0, (0.02 / √(2 · layers))²) for the projections that end in the residual stream, two in each layer.
 *
 * <p>Radford and others, <i>Language models are unsupervised multitask learners</i>, 2019.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "range / sqrt(2 * layers)")
public @interface Gpt2Residual {
    /** The number of layers of the model. Left out, it is the model's number of this name. */
    @FromModel
    int layers() default 0;

    /** The standard deviation of the other weights. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double range() default 0.02;
}
