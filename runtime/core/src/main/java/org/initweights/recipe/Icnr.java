package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * ICNR: a convolution before a pixel shuffle whose filters repeat scale² times, so that the shuffle starts without a
 * checkerboard. The filters are Kaiming normal over the channels of the picture.
 *
 * <p>Aitken and others, <i>Checkerboard artifact free sub-pixel convolution</i>, 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Icnr {
    /** How many times as high and as wide the shuffle makes the picture. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    int scale() default 2;
}
