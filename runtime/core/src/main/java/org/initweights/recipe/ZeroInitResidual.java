package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Zeros;

/**
 * The last weight of a residual branch is zero, so that the block starts as the identity: the scale of the last normalisation in
 * ResNet ({@code zero_init_residual} of torchvision), or the last convolution or projection.
 *
 * <p>Goyal and others, <i>Accurate, large minibatch SGD</i>, 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
public @interface ZeroInitResidual {}
