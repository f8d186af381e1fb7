package org.initweights.samples.zoo.mamba2;

import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** A perceptron whose first layer gives values and gates. */
class GatedMlp implements Module {

    private static final int MULTIPLE_OF = 128;

    final Linear fc1;
    final Linear fc2;

    GatedMlp(int width, int hidden) {
        int padded = (hidden + MULTIPLE_OF - 1) / MULTIPLE_OF * MULTIPLE_OF;
        fc1 = new Linear(width, 2 * padded, false);
        fc2 = new Linear(padded, width, false);
    }
}
