package org.initweights.samples.zoo.t5;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.recipe.T5FeedForward;

/** A perceptron without biases. */
@InitWeights
@InitRule(type = Linear.class, use = T5FeedForward.class)
class FeedForward {

    final Linear wi;
    final Linear wo;

    FeedForward(Config config) {
        wi = new Linear(config.width(), config.inner());
        wo = new Linear(config.inner(), config.width());
    }
}
