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
 * The bias of a classifier that starts by giving each of many classes its share.
 *
 * <pre>
 * b = -ln(classes)
 * </pre>
 *
 * <p>The sigmoid of {@code b} is about 1 / classes. Example:
 * <pre>{@code
 * @Shape(1000) @PriorBias(classes = 1000) float[] bias;          // -6.908
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(1000) @PriorBias float[] left;                          // MissingNumber: the model has no integer named classes
 * @Shape(1000) @PriorBias(classes = 0) float[] none;             // FormulaValue: 1 class or more
 * }</pre>
 *
 * <p>Source: {@code timm}, the heads of its vision transformers with {@code weight_init = "jax_nlhb"}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Constant(0)
@Formula(value = "-log(classes)")
public @interface PriorBias {
    /** The number of classes, 1 or more. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int classes() default 0;
}
