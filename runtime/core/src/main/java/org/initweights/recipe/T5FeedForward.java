package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/**
 * T5: both matrices of the feed-forward block, {@code wi} N(0, 1 / d_model) and {@code wo} N(0, 1 / d_ff); both are 1 / in.
 *
 * <p>Raffel and others, <i>Exploring the limits of transfer learning</i>, 2020, and its published code, with factor 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "1 / sqrt(shape.in)")
public @interface T5FeedForward {}
