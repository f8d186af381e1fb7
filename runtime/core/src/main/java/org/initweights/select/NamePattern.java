package org.initweights.select;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern of parameter names. {@code *} stands for any part of a name without dots, {@code **} for any number of names. A
 * pattern without a dot, such as {@code weight} or {@code *Bias}, is matched with the last name of the path alone; any other with
 * the whole path: {@code stem.conv.weight}, {@code layers.*.weight}, {@code **.bias}.
 */
public final class NamePattern {

    /** A name of a path that is not known: the key of a map. */
    public static final String ANY_KEY = "*";

    /** A name of a path that is not known, but is a number: the index in a list. */
    public static final String ANY_INDEX = "#";

    private static final String ANY_NAMES = "**";
    private static final Pattern MAY_BE_INDEX = Pattern.compile("[0-9*]+");

    private final List<String> names;
    private final boolean lastOnly;

    private NamePattern(List<String> names, boolean lastOnly) {
        this.names = names;
        this.lastOnly = lastOnly;
    }

    public static NamePattern of(String pattern) {
        List<String> names = split(pattern);
        return new NamePattern(names, names.size() == 1 && !pattern.equals(ANY_NAMES));
    }

    /** Whether the pattern matches a path, or may match it where {@link #ANY_KEY} or {@link #ANY_INDEX} stand for names in it. */
    public boolean matches(String path) {
        List<String> segments = split(path);
        return lastOnly ? matches(names.get(0), segments.get(segments.size() - 1)) : matches(names, segments);
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        if (pattern.isEmpty()) {
            return path.isEmpty();
        }
        List<String> rest = pattern.subList(1, pattern.size());
        if (pattern.get(0).equals(ANY_NAMES)) {
            for (int skipped = 0; skipped <= path.size(); skipped++) {
                if (matches(rest, path.subList(skipped, path.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !path.isEmpty() && matches(pattern.get(0), path.get(0)) && matches(rest, path.subList(1, path.size()));
    }

    private static boolean matches(String pattern, String name) {
        if (name.equals(ANY_INDEX)) {
            return MAY_BE_INDEX.matcher(pattern).matches();
        }
        return name.equals(ANY_KEY) || Pattern.matches(Pattern.quote(pattern).replace("*", "\\E[^.]*\\Q"), name);
    }

    /** How much the pattern says: first the number of names without a wildcard, then the number of letters. */
    int specificity() {
        int whole = (int) names.stream().filter(name -> !name.contains("*")).count();
        int letters =
                names.stream().mapToInt(name -> name.replace("*", "").length()).sum();
        return whole * 10_000 + letters;
    }

    private static List<String> split(String path) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            names.add(path.substring(from, dot));
            from = dot + 1;
        }
        names.add(path.substring(from));
        return names;
    }
}
