package org.initweights.processor.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.tools.Diagnostic;
import org.initweights.processor.model.Place;

/** All that is wrong with one model: collected first, so that several faults are reported in one compile. */
public final class Findings {

    private final Severities severities;
    private final Places places;
    private final Set<Finding> findings = new LinkedHashSet<>();

    public Findings(Severities severities, Places places) {
        this.severities = severities;
        this.places = places;
    }

    /** Findings of what is reported elsewhere: nobody prints them. */
    public static Findings none(Places places) {
        return new Findings(new Severities(Options.none()), places);
    }

    /**
     * Adds an error.
     *
     * @param id the stable name of this kind of mistake, printed in brackets
     */
    public void error(Place place, String id, String message) {
        findings.add(new Finding(Diagnostic.Kind.ERROR, place, message + " [" + id + "]"));
    }

    /** Adds what a lint found, unless it is switched off there. */
    public void lint(Lint lint, Place place, String message) {
        lint(lint, severities.of(lint, places.element(place)), place, message);
    }

    /** Adds what a lint found, as an error unless it is switched off there. */
    public void strictLint(Lint lint, Place place, String message) {
        boolean off = severities.of(lint, places.element(place)) == Severity.OFF;
        lint(lint, off ? Severity.OFF : Severity.ERROR, place, message);
    }

    private void lint(Lint lint, Severity severity, Place place, String message) {
        if (severity != Severity.OFF) {
            findings.add(new Finding(severity.kind(), place, message + " [" + lint.id() + "]"));
        }
    }

    /** Adds the other place that a finding is about, if that finding is reported. */
    public void lint(Lint lint, Place place, String message, Place other, String otherMessage) {
        Severity severity = severities.of(lint, places.element(place));
        lint(lint, severity, place, message);
        if (severity != Severity.OFF) {
            findings.add(new Finding(Diagnostic.Kind.NOTE, other, otherMessage + " [" + lint.id() + "]"));
        }
    }

    /** Whether nothing stands against generating code. */
    public boolean hasNoError() {
        return findings.stream().noneMatch(finding -> finding.kind == Diagnostic.Kind.ERROR);
    }

    /** Prints every finding where it belongs, in the order of the source. What is refused needs no warnings too. */
    public void print(Printer printer) {
        for (Finding finding : inOrder(printer)) {
            if (finding.kind != Diagnostic.Kind.WARNING || !isRefused(finding.place)) {
                printer.print(finding.kind, finding.message, places.find(finding.place));
            }
        }
    }

    private List<Finding> inOrder(Printer printer) {
        Map<Finding, Long> positions = new HashMap<>();
        long position = 0;
        for (Finding finding : findings) {
            // A note follows what it belongs to.
            if (finding.kind != Diagnostic.Kind.NOTE) {
                position = printer.position(places.find(finding.place));
            }
            positions.put(finding, position);
        }
        return findings.stream()
                .sorted(Comparator.comparing(finding -> Objects.requireNonNull(positions.get(finding))))
                .toList();
    }

    private boolean isRefused(Place place) {
        return findings.stream()
                .anyMatch(other -> other.kind == Diagnostic.Kind.ERROR
                        && places.element(other.place).equals(places.element(place)));
    }

    private record Finding(Diagnostic.Kind kind, Place place, String message) {}
}
