package org.initweights.samples.zoo.dit;

import org.initweights.annotation.Normal;

/** N(0, 0.02²). */
@Normal(std = 0.02)
@interface Normal02 {}
