package org.initweights;

/** Whose layer defaults {@link org.initweights.annotation.TorchDefault} follows. */
public enum TorchVersion {
    /** Today's rules, unchanged since PyTorch 1.0. */
    CURRENT,
    /** PyTorch 0.4: U(±1/√fan_in) for linear layers and convolutions, with the ungrouped fan; batch-norm weights U(0, 1). */
    V0_4
}
