package org.initweights.samples.zoo.efficientnet;

import org.initweights.annotation.InitWeights;

/** A block of a stage. */
@InitWeights
interface Block {}
