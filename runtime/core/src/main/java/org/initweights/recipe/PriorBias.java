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
 * The bias of a classifier that starts by giving each of many classes its share: -ln(classes).
 *
 * <p>The heads of timm's vision transformers ({@code weight_init = "jax_nlhb"}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Constant(0)
@Formula(value = "-log(classes)")
public @interface PriorBias {
    /** The number of classes. Left out, it is the model's number of this name. */
    @FromModel
    int classes() default 0;
}
