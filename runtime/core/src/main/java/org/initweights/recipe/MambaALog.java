package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mamba: {@code A_log}, the logarithms of 1 … N along the last axis.
 *
 * <p>Gu and Dao, <i>Mamba: linear-time sequence modeling with selective state spaces</i>, 2023.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MambaALog {}
