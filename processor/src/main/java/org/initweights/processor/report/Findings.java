package org.initweights.processor.report;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** All that is wrong with one model: collected first, so that several faults are reported in one compile. */
public final class Findings {

    private final Set<Finding> errors = new LinkedHashSet<>();

    /**
     * Adds an error.
     *
     * @param id the stable name of this kind of mistake, printed in brackets
     */
    public void error(Place place, String id, String message) {
        errors.add(new Finding(place, message + " [" + id + "]"));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** Prints every finding where it belongs. */
    public void print(Messager messager) {
        for (Finding error : errors) {
            Place place = error.place;
            messager.printMessage(
                    Diagnostic.Kind.ERROR, error.message, place.element(), place.annotation(), place.value());
        }
    }

    private record Finding(Place place, String message) {}
}
