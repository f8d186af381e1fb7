package org.initweights.processor.report;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that a misspelt one was meant to be. */
public final class Spelling {

    private Spelling() {}

    /** The candidate nearest to {@code name}, if it is at most a third of the name's length away. */
    public static Optional<String> closest(String name, Collection<String> candidates) {
        return org.initweights.message.Spelling.closest(name, candidates);
    }
}
