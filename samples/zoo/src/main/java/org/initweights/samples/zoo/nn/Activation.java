package org.initweights.samples.zoo.nn;

/** What stands between layers and has no parameters, but a place in the numbering of {@code nn.Sequential}. */
public enum Activation implements Module {
    SILU,
    GELU
}
