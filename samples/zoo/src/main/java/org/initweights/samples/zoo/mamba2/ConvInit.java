package org.initweights.samples.zoo.mamba2;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Uniform;

/** {@code conv_init}: U(±bound). */
@Uniform
@Formula(a = "-ssm.convBound", b = "ssm.convBound")
@interface ConvInit {}
