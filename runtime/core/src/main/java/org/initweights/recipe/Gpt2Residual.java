package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
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
    /** The number of layers of the model. */
    int layers();

    /** The standard deviation of the other weights. */
    double range() default 0.02;
}
