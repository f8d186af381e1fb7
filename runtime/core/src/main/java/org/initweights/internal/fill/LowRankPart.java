package org.initweights.internal.fill;

/** One of the three parameters of an adapted layer: its weight is {@code RESIDUAL + scaling · B · A}. */
public enum LowRankPart {
    /** [rank, in], the first that an input meets. */
    A("a()"),
    /** [out, rank]. */
    B("b()"),
    /** [out, in], the frozen weight. */
    RESIDUAL("residual()");

    private final String call;

    LowRankPart(String call) {
        this.call = call;
    }

    /** The method that users call. */
    public String call() {
        return call;
    }
}
