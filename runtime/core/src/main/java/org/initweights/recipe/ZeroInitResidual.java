package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Zeros;

/**
 * The last weight of a residual branch starts at zero, so that the block starts as the identity.
 *
 * <pre>
 * w = 0
 * </pre>
 *
 * <p>In ResNet that is the scale of the last normalisation of a block; elsewhere it may be the last convolution or projection. A
 * matrix of zeros under this name is accepted without the warning {@code Symmetry}. Example:
 * <pre>{@code
 * @Shape(256) @ZeroInitResidual float[] bn3Weight;
 * @Shape({768, 3072}) @ZeroInitResidual float[] projection;
 * }</pre>
 *
 * <p>Source: Goyal and others, <i>Accurate, large minibatch SGD: training ImageNet in 1 hour</i>, 2017; torchvision,
 * {@code zero_init_residual}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
public @interface ZeroInitResidual {}
