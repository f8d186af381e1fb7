package org.initweights.processor.given;

import javax.tools.Diagnostic;

/**
 * A message as the user would see it.
 *
 * @param place the field, with a dot and the part of what stands on it
 */
public record Reported(Diagnostic.Kind kind, String place, String message) {

    public static Reported error(String place, String message) {
        return new Reported(Diagnostic.Kind.ERROR, place, message);
    }

    public static Reported warning(String place, String message) {
        return new Reported(Diagnostic.Kind.WARNING, place, message);
    }

    public static Reported note(String place, String message) {
        return new Reported(Diagnostic.Kind.NOTE, place, message);
    }
}
