package org.initweights.processor.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.initweights.internal.message.Spelling;

/** The options of the processor as the user gave them: {@code -Ainitweights.strict}, {@code -Ainitweights.lint.Symmetry=off}. */
public final class Options {

    /** Makes {@link Lint#UNINITIALIZED} an error. */
    public static final String STRICT = "initweights.strict";

    /** Adds the stack trace to the message that the processor itself failed. */
    public static final String DEBUG = "initweights.debug";

    private static final String PREFIX = "initweights";
    private static final List<String> FLAG = List.of("true", "false");
    private static final List<String> SEVERITY = List.of("off", "warn", "error");
    private static final Map<String, List<String>> VALUES = values();
    private static final Map<String, String> SHORT_NAMES = shortNames();
    private static final String ALL =
            "there are -A" + STRICT + ", -A" + DEBUG + " and -A" + Lint.OPTION + "<name of a lint>";

    private final Map<String, String> valid = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** What the compiler was given; the options of other processors too. */
    public Options(Map<String, String> given) {
        new TreeMap<>(given).forEach((name, value) -> add(name, value == null ? "" : value));
    }

    /** No option at all. */
    static Options none() {
        return new Options(Map.of());
    }

    private static Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(STRICT, FLAG);
        values.put(DEBUG, FLAG);
        for (Lint lint : Lint.values()) {
            values.put(lint.option(), SEVERITY);
        }
        return values;
    }

    /** What users write by mistake: the names without our prefix, and the bare names of lints. */
    private static Map<String, String> shortNames() {
        Map<String, String> names = new LinkedHashMap<>();
        VALUES.keySet().forEach(name -> names.put(name.substring(PREFIX.length() + 1), name));
        for (Lint lint : Lint.values()) {
            names.put(lint.id(), lint.option());
        }
        return names;
    }

    /** The names of all options. */
    public static Set<String> names() {
        return VALUES.keySet();
    }

    private void add(String name, String value) {
        List<String> values = VALUES.get(name);
        String lower = value.toLowerCase(Locale.ROOT);
        if (values == null) {
            if (isMeantForUs(name)) {
                mistakes.add(unknown(name));
            }
        } else if (values.contains(lower)) {
            valid.put(name, lower);
        } else if (values.equals(FLAG) && value.isEmpty()) {
            valid.put(name, "true");
        } else if (values.equals(FLAG)) {
            mistakes.add("-A" + name + "=" + value + ": use true or false, or no value, which is true [Option]");
        } else {
            mistakes.add("-A" + name + (value.isEmpty() ? "" : "=" + value) + ": use off, warn or error [LintOption]");
        }
    }

    private static boolean isMeantForUs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(PREFIX)
                || Spelling.closest(lower.split("[.]", 2)[0], List.of(PREFIX)).isPresent();
    }

    private static String unknown(String name) {
        boolean isLint = name.startsWith(Lint.OPTION);
        String meant = Spelling.closest(name.substring(name.indexOf('.') + 1), SHORT_NAMES.keySet())
                .map(near -> "did you mean -A" + SHORT_NAMES.get(near) + "?")
                .orElse(isLint ? "messages.md of the guide lists them" : ALL);
        return "-A" + name + ": there is no such " + (isLint ? "lint" : "option") + "; " + meant
                + (isLint ? " [LintOption]" : " [Option]");
    }

    /** Options that mean nothing, each with what is wrong. */
    public List<String> mistakes() {
        return mistakes;
    }

    /** Whether a flag is given, and not as {@code false}. */
    public boolean isOn(String flag) {
        return "true".equals(valid.get(flag));
    }

    /** The value of an option, if it is given and one that it may have. */
    Optional<String> value(String name) {
        return Optional.ofNullable(valid.get(name));
    }
}
