package org.initweights.benchmarks.peer;

/** What everybody draws. */
public final class Workload {

    public static final int ELEMENTS = 1 << 26;

    /** Uniforms lie in [-BOUND, BOUND). */
    public static final float BOUND = 0.1f;

    /** Normals have mean 0 and this deviation. */
    public static final float STD = 0.02f;

    /** Truncated normals are cut at two deviations, where alone ND4J and DJL can cut. */
    public static final float CUT = 2 * STD;

    private Workload() {}
}
