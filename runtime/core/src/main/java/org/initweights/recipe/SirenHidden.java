package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Uniform;

/**
 * SIREN: all layers but the first, U(±√(6 / fan_in) / omega).
 *
 * <p>Sitzmann and others, <i>Implicit neural representations with periodic activation functions</i>, 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Uniform
@Formula(a = "-sqrt(6 / shape.fan_in) / omega", b = "sqrt(6 / shape.fan_in) / omega")
public @interface SirenHidden {
    /** The frequency of the sines. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double omega() default 30;
}
