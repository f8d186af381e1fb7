package org.initweights;

/**
 * How an optimizer makes an update of a gradient, as far as the width of a model matters for its learning rate:
 * {@link Parameter#learningRateScale(Optimizer)}.
 *
 * <p>Constants of an enum are immutable, and threads share them.
 */
public enum Optimizer {
    /** The update is proportional to the gradient: SGD, with momentum or without, and its averaged forms. */
    SGD,
    /**
     * The size of an update does not depend on the size of the gradient, as each element is normalised by itself: Adam, AdamW,
     * RMSProp, Adagrad, and methods of the sign.
     */
    ADAM
}
