package org.initweights.samples.zoo.clip;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/** N(0, 1 / in). */
@Normal
@Formula(std = "1 / sqrt(in)")
@interface InverseRootOfIn {}
