package org.initweights.report;

import java.util.Optional;

/**
 * Something that is probably wrong.
 *
 * @param parameter the name of the parameter; empty if it is of the whole model
 * @param message what is wrong, with numbers, as a sentence without its full stop
 */
public record Warning(WarningKind kind, Optional<String> parameter, String message) {

    /** Such as {@code fc.weight: all 512 elements are 0, … [NeverInitialized]}. */
    @Override
    public String toString() {
        return parameter.map(name -> name + ": ").orElse("") + message + " [" + kind.id() + "]";
    }
}
