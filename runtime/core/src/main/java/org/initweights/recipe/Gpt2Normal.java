package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * GPT-2: N(0, 0.02²) for every linear layer and embedding.
 *
 * <p>Radford and others, <i>Language models are unsupervised multitask learners</i>, 2019, and its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal(std = 0.02)
public @interface Gpt2Normal {
    /** The standard deviation; {@code initializer_range} of the published configurations. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double std() default 0.02;
}
