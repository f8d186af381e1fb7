package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Normal;

/**
 * Llama as Hugging Face builds it: N(0, initializer_range²) for linear layers and embeddings.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal(std = 0.02)
public @interface LlamaNormal {
    /** {@code initializer_range}. */
    double std() default 0.02;
}
