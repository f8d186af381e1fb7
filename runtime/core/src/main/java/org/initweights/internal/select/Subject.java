package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter as a message about rules names it.
 *
 * @param name its name in its model, or its whole name if that is not known
 * @param owner the simple name of the class of its model; empty if that is not known
 */
public record Subject(String name, String owner) {

    private static final int MOST = 8;

    /** {@code weight and bias of Linear, and scale of Norm}. */
    static String join(Collection<Subject> subjects) {
        Map<String, List<String>> byOwner = new LinkedHashMap<>();
        subjects.stream()
                .limit(MOST)
                .forEach(subject -> byOwner.computeIfAbsent(subject.owner, owner -> new ArrayList<>())
                        .add(subject.name));
        List<String> groups = new ArrayList<>();
        byOwner.forEach((owner, names) -> groups.add(and(names) + (owner.isEmpty() ? "" : " of " + owner)));
        int others = subjects.size() - MOST;
        if (others > 0) {
            return String.join(", ", groups) + " and " + others + (others == 1 ? " other" : " others");
        }
        return groups.size() == 1
                ? groups.get(0)
                : String.join(", ", groups.subList(0, groups.size() - 1)) + ", and " + groups.get(groups.size() - 1);
    }

    private static String and(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
