package org.initweights.benchmarks.report;

/** What we draw, and what of each peer's that compares with: the same numbers, whatever rule chose their bounds. */
enum Drawn {
    UNIFORM("uniform", "uniform", "uniform"),
    UNIFORM_BY_VECTORS("uniform, Vector API", "uniformByVectors", "uniform"),
    KAIMING_UNIFORM("Kaiming uniform", "kaimingUniform", "uniform"),
    NORMAL("normal", "normal", "normal"),
    NORMAL_BY_VECTORS("normal, Vector API", "normalByVectors", "normal"),
    XAVIER_NORMAL("Xavier normal", "xavierNormal", "normal"),
    TRUNCATED_NORMAL("truncated normal, ±2σ", "truncatedNormal", "truncatedNormal"),
    TRUNCATED_NORMAL_BY_VECTORS("truncated normal, Vector API", "truncatedNormalByVectors", "truncatedNormal");

    private static final String BENCHMARK = "DistributionBenchmark.";

    /** Million elements a second that memory takes. */
    static final String LIMIT = BENCHMARK + "arraysFill";

    private final String label;
    private final String ours;
    private final String peers;

    Drawn(String label, String ours, String peers) {
        this.label = label;
        this.ours = ours;
        this.peers = peers;
    }

    String label() {
        return label;
    }

    String benchmark() {
        return BENCHMARK + ours;
    }

    String benchmark(Peer peer) {
        return BENCHMARK + peers + "By" + peer.suffix();
    }

    /** The same with the JDK's Vector API. */
    String benchmarkByVectors() {
        return BENCHMARK + ours + "ByVectors";
    }

    /** Whether this is a distribution itself, and not a rule that leads to one, or another way to draw it. */
    boolean isDistribution() {
        return ours.equals(peers);
    }
}
