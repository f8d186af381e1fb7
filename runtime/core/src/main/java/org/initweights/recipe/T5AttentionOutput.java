package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/**
 * T5: the projection out of the attention, N(0, 1 / (heads · d_kv)), which is 1 / in.
 *
 * <p>Raffel and others, <i>Exploring the limits of transfer learning</i>, 2020, and its published code, with factor 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "1 / sqrt(shape.in)")
public @interface T5AttentionOutput {}
