package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets every element to 1: the usual start for the scale of a normalisation.
 *
 * <pre>
 * w = 1
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape(64) @Ones  float[] bnWeight;
 * @Shape(64) @Zeros float[] bnBias;
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({4, 5}) @Ones float[] matrix;       // Symmetry: all units of the layer stay alike; draw a matrix at random
 * }</pre>
 *
 * <p>Source: {@code torch.nn.init.ones_}; {@code jax.nn.initializers.ones}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Ones {}
