package org.initweights.samples.zoo.clip;

import org.initweights.annotation.Normal;

/** N(0, 0.02²): {@code initializer_range}. */
@Normal(std = 0.02)
@interface InitializerRange {}
