package org.initweights.samples.unet;

import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Nonlinearity.RELU;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import org.initweights.annotation.KaimingNormal;

/** How every convolution with a ReLU behind it starts. An annotation with an initializer on it is an initializer. */
@KaimingNormal(mode = FAN_OUT, nonlinearity = RELU)
@Target(ElementType.FIELD)
@interface BeforeRelu {}
