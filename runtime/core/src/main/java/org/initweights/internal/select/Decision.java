package org.initweights.internal.select;

/** Which of some rules wins for a parameter that all of them match; rules are given by their number. */
public sealed interface Decision {

    /** There is no rule. */
    record Nobody() implements Decision {}

    /** This rule wins over all others. */
    record Winner(int rule) implements Decision {}

    /** No rule wins over these two, and neither over the other. */
    record Tie(int earlier, int later) implements Decision {}
}
