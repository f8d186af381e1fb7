package org.initweights.samples.zoo.bert;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** A normalisation over the features of one token. */
class LayerNorm extends Module {

    @Shape(dims = "BertConfig.HIDDEN")
    @Ones
    float[] weight;

    @Shape(dims = "BertConfig.HIDDEN")
    @Zeros
    float[] bias;
}
