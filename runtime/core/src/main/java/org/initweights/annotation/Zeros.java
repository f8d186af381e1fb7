package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets every element to 0: the usual start for a bias.
 *
 * <pre>
 * w = 0
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape({10, 84}) @KaimingNormal float[] weight;
 * @Shape(10)       @Zeros         float[] bias;
 * }</pre>
 *
 * <p>A matrix of zeros is often a mistake, because all of its units then learn the same. Where it is meant, an annotation with a
 * name of its own says so and is accepted: {@link org.initweights.recipe.ZeroInitResidual}, {@link org.initweights.recipe.LoraB},
 * or one that you annotate with {@code @Zeros}.
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({4, 5}) @Zeros float[] matrix;      // Symmetry: all units of the layer stay alike; draw it, or name what the zeros are for
 * }</pre>
 *
 * <p>Source: {@code torch.nn.init.zeros_}; {@code jax.nn.initializers.zeros}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Zeros {}
