package org.initweights.samples.resnet50;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.recipe.ZeroInitResidual;

/**
 * ResNet-50 whose residual branches end in zero, so that every block starts as the identity: torchvision's
 * {@code resnet50(zero_init_residual=True)}.
 */
@InitWeights
@InitRule(type = BatchNorm2d.class, param = "**.bn3.weight", use = ZeroInitResidual.class)
public class ZeroResNet50 extends ResNet50 {}
