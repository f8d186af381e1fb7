package org.initweights.samples.zoo.llama;

import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;

/** A gated perceptron. Two of its three matrices start the smaller, the deeper the block that it is in. */
@InitWeights
@InitRule(param = "w2.weight", use = FeedForward.ByDepth.class)
@InitRule(param = "w3.weight", use = FeedForward.ByDepth.class)
class FeedForward {

    final Linear w1;
    final Linear w2;
    final Linear w3;

    FeedForward(int width, int inner) {
        w1 = new Linear(width, inner);
        w2 = new Linear(inner, width);
        w3 = new Linear(width, inner);
    }

    /** What {@code LlamaResidual} says, with the position of the block in the list of layers. */
    @Normal
    @Formula(std = "0.02 / sqrt(2 * (index + 1))")
    @interface ByDepth {}
}
