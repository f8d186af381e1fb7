package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Constant;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;

/**
 * The bias of a detector's classifier that starts by calling nearly everything background: -ln((1 - prior) / prior).
 *
 * <p>Lin and others, <i>Focal loss for dense object detection</i>, 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Constant(0)
@Formula(value = "-log((1 - prior) / prior)")
public @interface FocalPriorBias {
    /** The probability of the rare class at the start. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double prior() default 0.01;
}
