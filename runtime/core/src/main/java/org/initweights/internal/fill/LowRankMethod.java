package org.initweights.internal.fill;

/** How a weight is split into an adapter and a rest. */
public enum LowRankMethod {
    /** By the largest singular values. */
    PISSA("pissa"),
    /** By an orthonormal basis of the first columns. */
    OLORA("olora");

    private final String call;

    LowRankMethod(String call) {
        this.call = call;
    }

    /** The method that users call. */
    public String call() {
        return call;
    }

    /** What a user writes: {@code pissa("q_proj.weight", 8)}. */
    public String call(String tensor, int rank) {
        return call + "(\"" + tensor + "\", " + rank + ")";
    }
}
