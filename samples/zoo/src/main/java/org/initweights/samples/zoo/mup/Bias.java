package org.initweights.samples.zoo.mup;

import org.initweights.annotation.Formula;
import org.initweights.recipe.MupVector;

/** Zeros, as many as the width or a multiple of it. */
@MupVector
@Formula(base = "elements * config.base / config.width")
@interface Bias {}
