package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Eye;

/**
 * The recurrent matrix of a simple RNN with ReLU starts as the identity, so that its state is kept at first.
 *
 * <pre>
 * w[i][j] = 1 if i = j, else 0
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape({100, 28})  @Normal(std = 0.001) float[] weightIh;
 * @Shape({100, 100}) @Irnn float[] weightHh;
 * @Shape(100)        @Zeros float[] bias;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(100) @Irnn float[] vector;                              // EyeRank: needs two dimensions
 * }</pre>
 *
 * <p>Source: Le, Jaitly and Hinton, <i>A simple way to initialize recurrent networks of rectified linear units</i>, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Eye
public @interface Irnn {}
