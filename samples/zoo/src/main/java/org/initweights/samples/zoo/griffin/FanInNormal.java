package org.initweights.samples.zoo.griffin;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/** N(0, 1 / in). */
@Normal
@Formula(std = "sqrt(1 / fan_in)")
@interface FanInNormal {}
