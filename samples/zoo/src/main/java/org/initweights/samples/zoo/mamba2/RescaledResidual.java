package org.initweights.samples.zoo.mamba2;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Uniform;

/**
 * {@code rescale_prenorm_residual} of the backbone alone: PyTorch's default over the root of how often the layers write to the residual
 * stream.
 */
@Uniform
@Formula(
        a = "-1 / sqrt(fan_in * config.residualsPerLayer * config.layers)",
        b = "1 / sqrt(fan_in * config.residualsPerLayer * config.layers)")
@interface RescaledResidual {}
