package org.initweights;

/**
 * Which PyTorch to follow. {@link org.initweights.annotation.TorchDefault} takes its layers' defaults from it,
 * {@link RandomSource#torch} its random numbers.
 */
public enum TorchVersion {
    /** PyTorch today. The defaults of its layers have not changed since 1.0, its random numbers not since 2.12. */
    CURRENT,
    /** PyTorch up to 2.11, whose {@code trunc_normal_} inverts the error function. Everything else is as today. */
    V2_11,
    /**
     * PyTorch 0.4. Linear layers and convolutions start as U(±1/√fan_in), where the fan counts the channels of all groups; the weights
     * of batch normalisation start as U[0, 1).
     */
    V0_4
}
