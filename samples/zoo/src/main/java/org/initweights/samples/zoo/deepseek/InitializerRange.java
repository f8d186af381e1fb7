package org.initweights.samples.zoo.deepseek;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/** Normal with the standard deviation of the configuration. */
@Normal
@Formula(std = "config.initializerRange")
@interface InitializerRange {}
