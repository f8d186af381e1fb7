package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.KaimingUniform;

/**
 * LoRA: the first factor, Kaiming uniform with a = √5, which is U(±1 / √fan_in).
 *
 * <p>Hu and others, <i>LoRA: low-rank adaptation of large language models</i>, 2021, and its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@KaimingUniform
@Formula(a = "sqrt(5)")
public @interface LoraA {}
