package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.FanMode;
import org.initweights.Nonlinearity;

/**
 * N(0, std²), std = gain / √fan, as {@code torch.nn.init.kaiming_normal_}.
 *
 * <p>He, Zhang, Ren and Sun, <i>Delving deep into rectifiers</i>, 2015. Needs two dimensions or more.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface KaimingNormal {

    /** The slope of the leaky ReLU below zero; unused, as in PyTorch, with any other non-linearity. */
    double a() default 0;

    /** {@code FAN_IN} keeps the variance of the forward pass, {@code FAN_OUT} that of the backward pass. */
    FanMode mode() default FanMode.FAN_IN;

    /** The non-linearity that follows; it decides the gain. */
    Nonlinearity nonlinearity() default Nonlinearity.LEAKY_RELU;
}
