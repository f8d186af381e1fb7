package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.KaimingUniform;

/**
 * LoRA: the first factor of the update, the one that the input meets.
 *
 * <pre>
 * w ~ U(±1 / √fan_in),   which is Kaiming uniform with a = √5
 * </pre>
 *
 * <p>Example, an update of rank 8 beside a weight of 768 × 768:
 * <pre>{@code
 * @Shape({8, 768}) @LoraA float[] loraA;
 * @Shape({768, 8}) @LoraB float[] loraB;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(768) @LoraA float[] vector;                             // FanRank: a vector has no fan
 * }</pre>
 *
 * <p>Source: Hu, Shen, Wallis, Allen-Zhu, Li, Wang, Wang and Chen, <i>LoRA: low-rank adaptation of large language models</i>, 2021,
 * and its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@KaimingUniform
@Formula(a = "sqrt(5)")
public @interface LoraA {}
