package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Eye;

/**
 * IRNN: the recurrent matrix of a rectified RNN is the identity.
 *
 * <p>Le, Jaitly and Hinton, <i>A simple way to initialize recurrent networks of rectified linear units</i>, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Eye
public @interface Irnn {}
