package org.initweights.report;

/** What a report warns of. */
public enum WarningKind {
    /** Elements that are NaN or infinite. */
    NOT_FINITE("NotFinite"),
    /** Elements so small that a half format rounded them to 0. */
    UNDERFLOW("Underflow"),
    /** Nothing but zeros, which nobody asked for. */
    NEVER_INITIALIZED("NeverInitialized"),
    /** Elements that are not those of a table or of given values. */
    VALUES_OFF("ValuesOff"),
    /** A whole matrix of one value other than 0: its units stay alike. */
    CONSTANT_MATRIX("ConstantMatrix"),
    /** Elements outside the bounds of what was to be written. */
    OUT_OF_BOUNDS("OutOfBounds"),
    /** A spread about the expected mean that chance does not explain. */
    SPREAD_OFF("SpreadOff"),
    /** A mean that chance does not explain. */
    MEAN_OFF("MeanOff"),
    /** A distribution that chance does not explain. */
    DISTRIBUTION_OFF("DistributionOff"),
    /** Layers that make the signal smaller and smaller. */
    SIGNAL_VANISHES("SignalVanishes"),
    /** Layers that make the signal larger and larger. */
    SIGNAL_EXPLODES("SignalExplodes");

    private final String id;

    WarningKind(String id) {
        this.id = id;
    }

    /** A stable name, which can be searched for. */
    public String id() {
        return id;
    }
}
