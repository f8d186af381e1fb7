package org.initweights.processor.model;

/** A warning of the compiler that generated code cannot avoid, and so suppresses. */
public enum SuppressedWarning {
    /** It names something deprecated. */
    DEPRECATION,
    /** It names something that will be removed. */
    REMOVAL,
    /** It is exported by a module that does not pass on the types of this library. */
    EXPORTS
}
