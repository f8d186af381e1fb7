package org.initweights.benchmarks.report;

/** Whom we are measured against, in the order of the columns. */
enum Peer {
    PYTORCH("PyTorch", "PyTorch"),
    PYTORCH_211("PyTorch ≤ 2.11", "PyTorch211"),
    DJL("DJL", "Djl"),
    ND4J("ND4J", "Nd4j"),
    SPLITTABLE_RANDOM("SplittableRandom", "SplittableRandom"),
    COMMONS_RNG("Commons RNG", "CommonsRng");

    private final String label;
    private final String suffix;

    Peer(String label, String suffix) {
        this.label = label;
        this.suffix = suffix;
    }

    String label() {
        return label;
    }

    /** How the names of the peer's benchmarks end. */
    String suffix() {
        return suffix;
    }
}
