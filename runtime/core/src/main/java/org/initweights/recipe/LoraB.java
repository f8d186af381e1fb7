package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Zeros;

/**
 * LoRA: the second factor is zero, so that the update starts as nothing.
 *
 * <p>Hu and others, <i>LoRA: low-rank adaptation of large language models</i>, 2021, and its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
public @interface LoraB {}
