package org.initweights.processor.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** The severity of each lint in this compilation, and where it is switched off. */
public final class Severities {

    private final Map<Lint, Severity> chosen = new EnumMap<>(Lint.class);

    /** The severities that the options of the processor ask for. */
    public Severities(Options options) {
        if (options.isOn(Options.STRICT)) {
            chosen.put(Lint.UNINITIALIZED, Severity.ERROR);
        }
        for (Lint lint : Lint.values()) {
            options.value(lint.option()).flatMap(Severity::named).ifPresent(severity -> chosen.put(lint, severity));
        }
    }

    /** The severity of a lint on an element. */
    Severity of(Lint lint, Element element) {
        return isSuppressed(lint, element) ? Severity.OFF : chosen.getOrDefault(lint, lint.severity());
    }

    private static boolean isSuppressed(Lint lint, Element element) {
        for (Element scope = element; scope != null; scope = scope.getEnclosingElement()) {
            SuppressWarnings suppression = scope.getAnnotation(SuppressWarnings.class);
            if (suppression != null && Stream.of(suppression.value()).anyMatch(lint::isSuppressedBy)) {
                return true;
            }
        }
        return false;
    }
}
