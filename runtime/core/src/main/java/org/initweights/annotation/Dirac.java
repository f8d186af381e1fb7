package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The identity of a convolution, as {@code torch.nn.init.dirac_}: each group passes its first channels through.
 *
 * <p>Needs three, four or five dimensions. In each group the first min(out / groups, in / groups) channels get a 1 at the
 * centre of the kernel, which is {@code size / 2} on each axis; everything else is 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Dirac {

    /** The groups of the convolution; must divide the out channels. By default those of {@link Shape#groups()}. */
    int groups() default 1;
}
