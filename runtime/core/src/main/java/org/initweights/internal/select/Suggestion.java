package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.initweights.internal.message.Spelling;

/** What was probably meant by a pattern that matches nothing. */
final class Suggestion {

    private Suggestion() {}

    /**
     * A pattern with one other name in it that matches something, or else the name that is most like the pattern; empty if the pattern
     * matches a name already, or is like none.
     */
    static Optional<String> of(NamePattern pattern, List<String> names) {
        if (names.stream().anyMatch(pattern::mayMatch)) {
            return Optional.empty();
        }
        List<String> segments = NamePattern.split(pattern.toString());
        for (int i = 0; i < segments.size(); i++) {
            Optional<String> respelt = respelt(segments, i, names);
            if (respelt.isPresent()) {
                return respelt;
            }
        }
        return Spelling.closest(pattern.toString(), names);
    }

    private static Optional<String> respelt(List<String> segments, int at, List<String> names) {
        Set<String> known = new LinkedHashSet<>();
        for (String name : names) {
            known.addAll(NamePattern.split(name));
        }
        known.remove(NamePattern.ANY_KEY);
        return Spelling.closest(segments.get(at), matching(segments, at, known, names))
                .map(name -> String.join(".", with(segments, at, name)));
    }

    private static Collection<String> matching(List<String> segments, int at, Set<String> known, List<String> names) {
        return known.stream()
                .filter(name -> Spelling.isClose(segments.get(at), name))
                .filter(name -> {
                    NamePattern respelt = NamePattern.of(String.join(".", with(segments, at, name)));
                    return names.stream().anyMatch(respelt::mayMatch);
                })
                .toList();
    }

    private static List<String> with(List<String> segments, int at, String name) {
        List<String> changed = new ArrayList<>(segments);
        changed.set(at, name);
        return changed;
    }
}
