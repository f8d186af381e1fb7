package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name with wildcards that say what they stand for in a name, so that the same can be put into another: {@code *} for any letters of one
 * part of a name, {@code **} for any number of whole parts. What is ambiguous is as short as possible, from the left.
 */
public final class NameTemplate {

    private static final String ANY_NAMES = "**";
    private static final char STAR = '*';

    private final String text;
    private final List<String> parts;

    private NameTemplate(String text) {
        this.text = text;
        this.parts = NamePattern.split(text);
    }

    public static NameTemplate of(String text) {
        return new NameTemplate(text);
    }

    /** The wildcards in their order. */
    public List<String> wildcards() {
        List<String> wildcards = new ArrayList<>();
        for (String part : parts) {
            if (part.equals(ANY_NAMES)) {
                wildcards.add(part);
            } else {
                part.chars().filter(letter -> letter == STAR).forEach(letter -> wildcards.add("*"));
            }
        }
        return wildcards;
    }

    /** What the wildcards stand for in a name, each as parts of it; empty if the name does not match. */
    public Optional<List<List<String>>> read(String name) {
        List<String> names = NamePattern.split(name);
        boolean[][] hopeless = new boolean[parts.size() + 1][names.size() + 1];
        List<List<String>> found = new ArrayList<>();
        return read(0, names, 0, hopeless, found) ? Optional.of(found) : Optional.empty();
    }

    private boolean read(int part, List<String> names, int at, boolean[][] hopeless, List<List<String>> found) {
        if (part == parts.size()) {
            return at == names.size();
        }
        if (hopeless[part][at]) {
            return false;
        }
        int before = found.size();
        if (parts.get(part).equals(ANY_NAMES)) {
            // At the end it stands for one name at least, as everywhere.
            int least = part == parts.size() - 1 ? 1 : 0;
            for (int end = at + least; end <= names.size(); end++) {
                found.add(List.copyOf(names.subList(at, end)));
                if (read(part + 1, names, end, hopeless, found)) {
                    return true;
                }
                found.subList(before, found.size()).clear();
            }
        } else if (at < names.size()) {
            Optional<List<String>> letters = letters(parts.get(part), names.get(at));
            letters.ifPresent(all -> all.forEach(some -> found.add(List.of(some))));
            if (letters.isPresent() && read(part + 1, names, at + 1, hopeless, found)) {
                return true;
            }
            found.subList(before, found.size()).clear();
        }
        hopeless[part][at] = true;
        return false;
    }

    /** What the stars of a part stand for. */
    private static Optional<List<String>> letters(String part, String name) {
        List<String> literals = List.of(part.split("\\*", -1));
        if (literals.size() == 1) {
            return part.equals(name) ? Optional.of(List.of()) : Optional.empty();
        }
        String last = literals.get(literals.size() - 1);
        int end = name.length() - last.length();
        int from = literals.get(0).length();
        if (!name.startsWith(literals.get(0)) || !name.endsWith(last) || from > end) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int at = name.indexOf(literal, from);
            if (at < 0 || at + literal.length() > end) {
                return Optional.empty();
            }
            found.add(name.substring(from, at));
            from = at + literal.length();
        }
        found.add(name.substring(from, end));
        return Optional.of(found);
    }

    /** The name in which the wildcards stand for this. */
    public String with(List<List<String>> found) {
        List<String> names = new ArrayList<>();
        int next = 0;
        for (String part : parts) {
            if (part.equals(ANY_NAMES)) {
                names.addAll(found.get(next++));
                continue;
            }
            StringBuilder name = new StringBuilder();
            for (int at = 0; at < part.length(); at++) {
                char letter = part.charAt(at);
                name.append(letter == STAR ? found.get(next++).get(0) : String.valueOf(letter));
            }
            names.add(name.toString());
        }
        return String.join(".", names);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
