package org.initweights.samples.zoo.mup;

import org.initweights.annotation.Formula;
import org.initweights.recipe.MupHidden;

/** N(0, variance / width), whatever the number of inputs; the inputs of the narrow model are as many times its width. */
@MupHidden
@Formula(gain = "sqrt(config.variance * shape.in / config.width)", base = "shape.in * config.base / config.width")
@interface Hidden {}
