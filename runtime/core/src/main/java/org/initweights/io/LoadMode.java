package org.initweights.io;

/** What to do when a file and a model do not have the same tensors. */
public enum LoadMode {

    /** Load nothing, and say all that does not fit. */
    STRICT,

    /** Load what fits, leave the rest of the model as it is, and report what was skipped. */
    LENIENT
}
