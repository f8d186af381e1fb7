package org.initweights.samples.zoo.deepseek;

/**
 * The sizes of a model, named as in {@code config.json}.
 *
 * @param intermediate the width of dense feed-forward layers
 * @param expert the width of one expert
 * @param dense how many of the first layers have no experts
 * @param sharedExperts how many experts every token goes through
 * @param kvRank the rank of the compressed keys and values
 * @param qRank the rank of the compressed queries, or 0 for queries that are not compressed
 * @param ropeHead the part of a head that knows the position
 * @param nopeHead the part that does not
 * @param valueHead the size of a head of values
 * @param attentionBias whether projections inside attention have a bias
 * @param initializerRange the standard deviation of every matrix
 */
public record Config(
        int vocabulary,
        int hidden,
        int intermediate,
        int expert,
        int layers,
        int dense,
        int heads,
        int experts,
        int sharedExperts,
        int kvRank,
        int qRank,
        int ropeHead,
        int nopeHead,
        int valueHead,
        boolean attentionBias,
        double initializerRange) {

    /** The published model: 671 billion parameters. */
    public static Config published() {
        return new Config(129_280, 7168, 18_432, 2048, 61, 3, 128, 256, 1, 512, 1536, 64, 128, 128, false, 0.02);
    }

    int queryHead() {
        return nopeHead + ropeHead;
    }

    boolean compressesQueries() {
        return qRank > 0;
    }
}
