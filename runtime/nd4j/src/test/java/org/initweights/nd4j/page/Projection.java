package org.initweights.nd4j.page;

import org.initweights.annotation.Shape;
import org.initweights.annotation.XavierNormal;
import org.nd4j.linalg.api.ndarray.INDArray;

@SuppressWarnings("NullAway.Init")
public class Projection {
    @Shape({64, 32})
    @XavierNormal
    INDArray weight;
}
