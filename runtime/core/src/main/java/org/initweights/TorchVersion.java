package org.initweights;

/**
 * Which PyTorch to follow: {@link org.initweights.annotation.TorchDefault} its layers' defaults, {@link RandomSource#torch} its random
 * numbers.
 */
public enum TorchVersion {
    /** PyTorch today. Layers' defaults are unchanged since 1.0, random numbers since 2.12. */
    CURRENT,
    /** PyTorch up to 2.11: {@code trunc_normal_} inverts the error function. All else is as today. */
    V2_11,
    /** PyTorch 0.4: U(±1/√fan_in) for linear layers and convolutions, with the ungrouped fan; batch-norm weights U(0, 1). */
    V0_4
}
