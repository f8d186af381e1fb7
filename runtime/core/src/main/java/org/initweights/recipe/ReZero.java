package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Zeros;

/**
 * ReZero: the gate of a residual branch starts at zero.
 *
 * <p>Bachlechner and others, <i>ReZero is all you need</i>, 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
public @interface ReZero {}
