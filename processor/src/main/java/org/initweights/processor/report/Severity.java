package org.initweights.processor.report;

import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;

/** How a finding is reported: as an error, a warning or a note. */
public enum Severity {
    OFF,
    /** A remark that does not stop a build whose warnings are errors. No option selects it. */
    NOTE,
    WARN,
    ERROR;

    /** The severity of this name, in any case. */
    static Optional<Severity> named(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "OFF" -> Optional.of(OFF);
            case "WARN" -> Optional.of(WARN);
            case "ERROR" -> Optional.of(ERROR);
            default -> Optional.empty();
        };
    }

    Diagnostic.Kind kind() {
        return switch (this) {
            case OFF, NOTE -> Diagnostic.Kind.NOTE;
            case WARN -> Diagnostic.Kind.WARNING;
            case ERROR -> Diagnostic.Kind.ERROR;
        };
    }
}
