package org.initweights.samples.zoo.dit;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Uniform;

/** Xavier uniform of a convolution that is looked at as a matrix {@code [out, in * k * k]}: the kernel counts for one side only. */
@Uniform
@Formula(a = "-sqrt(6 / (fan_in + out))", b = "sqrt(6 / (fan_in + out))")
@interface XavierOfPatches {}
