package org.initweights.samples.djl;

import static org.initweights.FanMode.FAN_IN;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.xavierNormal;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.RELU;

import ai.djl.nn.Block;
import org.initweights.Initializer;
import org.initweights.djl.DjlBlocks;

/** Five ways to start the same network. */
enum Start {
    KAIMING("Kaiming normal", kaimingNormal(FAN_IN, RELU)),
    ORTHOGONAL("orthogonal, gain √2", orthogonal(Math.sqrt(2))),
    XAVIER("Xavier normal", xavierNormal()),
    SMALL_NORMAL("N(0, 0.01)", normal(0, 0.01)),
    ALL_ZEROS("all zeros", zeros());

    private final String label;
    private final Initializer weights;

    Start(String label, Initializer weights) {
        this.label = label;
        this.weights = weights;
    }

    /** What the picture calls it. */
    String label() {
        return label;
    }

    /** Starts the weights so, and the biases at 0. */
    void initialize(Block network) {
        DjlBlocks.parameters(network)
                .withRules(rules -> rules.named("**.weight", weights).named("**.bias", zeros()))
                .initialize(42);
    }
}
