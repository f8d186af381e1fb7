package org.initweights;

/** The build that gives the numbers, among those in one PyTorch binary; PyTorch chooses it by the processor that it runs on. */
public enum TorchBuild {
    /** For processors with AVX2 or AVX-512: every x86-64 server since 2015. */
    AVX2,
    /** For any other x86-64: what {@code torch.backends.cpu.get_cpu_capability()} calls {@code DEFAULT}. */
    SCALAR
}
