package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Constant;
import org.initweights.annotation.FromModel;

/**
 * LayerScale: a small factor for each channel of a residual branch.
 *
 * <p>Touvron and others, <i>Going deeper with image transformers</i>, 2021.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Constant(1e-6)
public @interface LayerScale {
    /** The factor; 1e-6 for deep models, up to 0.1 for shallow ones. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double value() default 1e-6;
}
