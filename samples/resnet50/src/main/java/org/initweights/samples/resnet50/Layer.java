package org.initweights.samples.resnet50;

import org.initweights.annotation.InitWeights;

/** What can stand in a list of layers, such as the projection on a shortcut. */
@InitWeights
sealed interface Layer permits Conv2d, BatchNorm2d {}
