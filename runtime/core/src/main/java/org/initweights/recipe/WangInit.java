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
 * Wang's init: N(0, (2 / (layers · √out))²), for the matrices of a transformer that end in the residual stream, whose width is
 * their out size.
 *
 * <p>{@code wang_init} of GPT-J and GPT-NeoX.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "2 / (layers * sqrt(shape.out))")
public @interface WangInit {
    /** The number of layers of the model. Left out, it is the model's number of this name. */
    @FromModel
    int layers() default 0;
}
