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
 * The bias of a detector's classifier that starts by calling nearly everything background.
 *
 * <pre>
 * b = -ln((1 - prior) / prior)
 * </pre>
 *
 * <p>The sigmoid of {@code b} is {@code prior}, so at first every class has this probability. Example:
 * <pre>{@code
 * @Shape(80) @FocalPriorBias float[] bias;                       // -ln(99) = -4.595
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(80) @FocalPriorBias(prior = 0) float[] never;           // FormulaValue: the prior is between 0 and 1, both excluded
 * }</pre>
 *
 * <p>Source: Lin, Goyal, Girshick, He and Dollár, <i>Focal loss for dense object detection</i>, 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Constant(0)
@Formula(value = "-log((1 - prior) / prior)")
public @interface FocalPriorBias {
    /**
     * The probability of the rare class at the start, between 0 and 1. Left out, it is the model's number of this name, or 0.01 if
     * the model has none.
     */
    @FromModel(optional = true)
    double prior() default 0.01;
}
