package org.initweights.processor.report;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.tools.Diagnostic;
import org.initweights.processor.model.Place;

/** All that is wrong with one model: collected first, so that several faults are reported in one compile. */
public final class Findings {

    /** No place inside a text. */
    private static final int WHOLE = -1;

    private final Severities severities;
    private final Places places;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<Place> found = new HashSet<>();

    public Findings(Severities severities, Places places) {
        this.severities = severities;
        this.places = places;
    }

    /** Findings that are not printed, since they are reported elsewhere. */
    public static Findings none(Places places) {
        return new Findings(new Severities(Options.none()), places);
    }

    /**
     * Adds an error.
     *
     * @param id the stable name of this kind of mistake, printed in brackets
     */
    public void error(Place place, String id, String message) {
        error(place, WHOLE, id, message);
    }

    /**
     * Adds an error in an expression.
     *
     * @param offset where in the text at the place; negative if that is not known
     */
    public void error(Place place, int offset, String id, String message) {
        found.add(place);
        findings.add(new Finding(Diagnostic.Kind.ERROR, place, offset, message + " [" + id + "]"));
    }

    /** Adds what a lint found, unless it is switched off there. */
    public void lint(Lint lint, Place place, String message) {
        lint(lint, severities.of(lint, places.element(place)), place, message);
    }

    /** Adds what a lint found, as an error unless it is switched off there. */
    public void strictLint(Lint lint, Place place, String message) {
        lint(lint, isOff(lint, place) ? Severity.OFF : Severity.ERROR, place, message);
    }

    /** Whether a lint is switched off at a place. */
    public boolean isOff(Lint lint, Place place) {
        return severities.of(lint, places.element(place)) == Severity.OFF;
    }

    private void lint(Lint lint, Severity severity, Place place, String message) {
        found.add(place);
        if (severity != Severity.OFF) {
            findings.add(new Finding(severity.kind(), place, WHOLE, message + " [" + lint.id() + "]"));
        }
    }

    /** Adds the other place that a finding is about, if that finding is reported. */
    public void lint(Lint lint, Place place, String message, Place other, String otherMessage) {
        Severity severity = severities.of(lint, places.element(place));
        lint(lint, severity, place, message);
        if (severity != Severity.OFF) {
            findings.add(new Finding(Diagnostic.Kind.NOTE, other, WHOLE, otherMessage + " [" + lint.id() + "]"));
        }
    }

    /** Whether something was found in a field or a class, even if the lint is switched off there. */
    public boolean isAbout(Place place) {
        return found.stream().anyMatch(other -> places.element(other).equals(places.element(place)));
    }

    /** Whether code can be generated. */
    public boolean hasNoError() {
        return findings.stream().noneMatch(finding -> finding.kind == Diagnostic.Kind.ERROR);
    }

    /** Prints every finding where it belongs. What is refused needs no warnings too. */
    public void print(Printer printer) {
        for (Finding finding : findings) {
            if (finding.kind != Diagnostic.Kind.WARNING || !isRefused(finding.place)) {
                printer.print(finding.kind, worded(finding), places.find(finding.place), finding.offset);
            }
        }
    }

    private String worded(Finding finding) {
        return KotlinWords.isFor(places.element(finding.place)) ? KotlinWords.of(finding.message) : finding.message;
    }

    private boolean isRefused(Place place) {
        return findings.stream()
                .anyMatch(other -> other.kind == Diagnostic.Kind.ERROR
                        && places.element(other.place).equals(places.element(place)));
    }

    private record Finding(Diagnostic.Kind kind, Place place, int offset, String message) {}
}
