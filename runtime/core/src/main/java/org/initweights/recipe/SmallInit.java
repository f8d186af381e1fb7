package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/**
 * Small init: N(0, 2 / (5 · in)), for the matrices of a transformer that read the residual stream.
 *
 * <p>Nguyen and Salazar, <i>Transformers without tears</i>, 2019; {@code small_init} of GPT-NeoX.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "sqrt(2 / (5 * shape.in))")
public @interface SmallInit {}
