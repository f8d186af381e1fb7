package org.initweights.samples.zoo.mamba2;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/** {@code initializer_range}, which is for the embedding alone. */
@Normal
@Formula(std = "config.initializerRange")
@interface InitializerRange {}
