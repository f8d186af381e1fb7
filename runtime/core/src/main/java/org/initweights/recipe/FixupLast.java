package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Zeros;

/**
 * Fixup: the last convolution of a residual branch, and the classifier, are zero.
 *
 * <p>Zhang, Dauphin and Ma, <i>Fixup initialization</i>, 2019.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
public @interface FixupLast {}
