package org.initweights.samples.zoo.nn;

import org.initweights.annotation.InitWeights;

/** A part of a network. Whatever implements it is a model. */
@InitWeights
public interface Module {}
