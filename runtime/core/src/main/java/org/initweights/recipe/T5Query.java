package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * T5: the projection to the queries, N(0, 1 / (in · headSize)): it takes the place of scaling the attention's scores.
 *
 * <p>Raffel and others, <i>Exploring the limits of transfer learning</i>, 2020, and its published code, with factor 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "1 / sqrt(shape.in * headSize)")
public @interface T5Query {
    /** The size of one head, {@code d_kv}. Left out, it is the model's number of this name. */
    @FromModel
    int headSize() default 0;
}
