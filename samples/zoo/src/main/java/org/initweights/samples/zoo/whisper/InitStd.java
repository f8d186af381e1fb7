package org.initweights.samples.zoo.whisper;

import org.initweights.annotation.Normal;

/** N(0, 0.02²): {@code init_std}. */
@Normal(std = 0.02)
@interface InitStd {}
