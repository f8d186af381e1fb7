package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Zeros;

/**
 * LoRA: the second factor of the update is zero, so that the adapted layer starts as the layer was.
 *
 * <pre>
 * w = 0
 * </pre>
 *
 * <p>Example, an update of rank 8 beside a weight of 768 × 768:
 * <pre>{@code
 * @Shape({8, 768}) @LoraA float[] loraA;
 * @Shape({768, 8}) @LoraB float[] loraB;
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({8, 768}) @LoraB float[] loraA;
 * @Shape({768, 8}) @LoraB float[] loraB;                         // LowRankZero: if both are zero, neither ever gets a gradient
 * }</pre>
 *
 * <p>Source: Hu, Shen, Wallis, Allen-Zhu, Li, Wang, Wang and Chen, <i>LoRA: low-rank adaptation of large language models</i>, 2021,
 * and its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
public @interface LoraB {}
