package org.initweights.samples.zoo.mamba2;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Uniform;

/** {@code rescale_prenorm_residual} of the language model, which counts one residual for each layer, also where there are two. */
@Uniform
@Formula(a = "-1 / sqrt(fan_in * config.layers)", b = "1 / sqrt(fan_in * config.layers)")
@interface RescaledResidualOfLayers {}
