package org.initweights.samples.zoo.efficientnet;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Uniform;
import org.initweights.annotation.Zeros;

/** The last layer, whose range is that of its outputs, as in the TensorFlow original. */
class Classifier {

    final int in;
    final int classes;

    @Shape(dims = "classes, in")
    @Uniform
    @Formula(a = "-1 / sqrt(out)", b = "1 / sqrt(out)")
    float[] weight;

    @Shape(dims = "classes")
    @Zeros
    float[] bias;

    Classifier(int in, int classes) {
        this.in = in;
        this.classes = classes;
    }
}
