package org.initweights.samples.zoo.bert;

import org.initweights.annotation.InitWeights;

/** A part of the network. */
@InitWeights
abstract class Module {}
