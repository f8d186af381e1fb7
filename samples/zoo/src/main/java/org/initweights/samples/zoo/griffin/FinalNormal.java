package org.initweights.samples.zoo.griffin;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/** N(0, scale / in), of what ends a block. */
@Normal
@Formula(std = "sqrt(config.finalScale / fan_in)")
@interface FinalNormal {}
