package org.initweights.processor.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** How loud each lint is in this compilation, and where it is switched off. */
public final class Severities {

    /** Makes {@link Lint#UNINITIALIZED} an error. */
    public static final String STRICT = "initweights.strict";

    private final Map<Lint, Severity> chosen = new EnumMap<>(Lint.class);
    private final List<String> mistakes = new ArrayList<>();

    /** The severities that the options of the processor ask for. */
    public Severities(Map<String, String> options) {
        if (options.containsKey(STRICT) && !"false".equals(options.get(STRICT))) {
            chosen.put(Lint.UNINITIALIZED, Severity.ERROR);
        }
        options.forEach(this::choose);
    }

    private void choose(String option, @Nullable String value) {
        if (!Lint.isLintOption(option)) {
            return;
        }
        Lint lint = Lint.ofOption(option).orElse(null);
        Severity severity = value == null ? null : Severity.named(value).orElse(null);
        if (lint == null) {
            mistakes.add("-A" + option + ": there is no such lint; the README lists them [LintOption]");
        } else if (severity == null) {
            mistakes.add("-A" + option + "=" + value + ": use off, warn or error [LintOption]");
        } else {
            chosen.put(lint, severity);
        }
    }

    /** Options that mean nothing, each with what is wrong. */
    public List<String> mistakes() {
        return mistakes;
    }

    /** How loud a lint is on an element. */
    Severity of(Lint lint, Element element) {
        return isSuppressed(lint, element) ? Severity.OFF : chosen.getOrDefault(lint, lint.severity());
    }

    private static boolean isSuppressed(Lint lint, Element element) {
        for (Element scope = element; scope != null; scope = scope.getEnclosingElement()) {
            SuppressWarnings suppression = scope.getAnnotation(SuppressWarnings.class);
            if (suppression != null && List.of(suppression.value()).contains(lint.suppression())) {
                return true;
            }
        }
        return false;
    }
}
