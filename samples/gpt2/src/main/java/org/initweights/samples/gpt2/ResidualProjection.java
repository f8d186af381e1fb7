package org.initweights.samples.gpt2;

import org.initweights.recipe.Gpt2Residual;

/** How the last layer of a residual branch starts: smaller, for the branches of all layers add up. */
@Gpt2Residual(layers = Gpt2.LAYERS)
@interface ResidualProjection {}
