package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * Llama as Hugging Face builds it: N(0, initializer_range²) for linear layers and embeddings.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal(std = 0.02)
public @interface LlamaNormal {
    /** {@code initializer_range}. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double std() default 0.02;
}
