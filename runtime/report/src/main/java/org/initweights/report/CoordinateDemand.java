package org.initweights.report;

/** What sizes of coordinates have to be like when a model grows in width. */
public enum CoordinateDemand {
    /** Within the factor at all widths: what hidden layers give at the start. */
    STABLE,
    /**
     * Not larger in wider models: what a model gives at the start, which µP lets shrink by the root of the width, and be 0. The paper wants it to
     * be O(1), not Θ(1).
     */
    BOUNDED,
    /**
     * Within the factor, or smaller and smaller steps down to a limit: changes by training. What narrow models have in addition, by
     * chance in their weights, is no fault; of curves that converge to the right, {@code mup} says the same.
     */
    CONVERGENT
}
