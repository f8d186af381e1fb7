package org.initweights.samples.zoo.mup;

import org.initweights.annotation.Formula;
import org.initweights.recipe.MupVector;

/** Ones, the gain of a normalisation. */
@MupVector(value = 1)
@Formula(base = "config.base")
@interface Gain {}
