package org.initweights.io;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which changes of axes are made, and whether each changes something. One thread uses it. */
final class AxisUse {

    private final List<AxisChange> changes;
    private final Set<AxisChange> made = new HashSet<>();
    private final Set<AxisChange> useful = new HashSet<>();

    AxisUse(LoadOptions options) {
        this.changes = options.axes();
    }

    /** The change for a tensor of these names: the last that matches one of them. */
    Optional<AxisChange> of(List<String> names) {
        List<AxisChange> matching = changes.stream()
                .filter(change -> names.stream().anyMatch(change.pattern()::matches))
                .toList();
        if (matching.isEmpty()) {
            return Optional.empty();
        }
        AxisChange last = matching.get(matching.size() - 1);
        made.add(last);
        // To leave axes where they are is of use where a change before it would move them.
        if (matching.stream().anyMatch(change -> !change.order().isSame())) {
            useful.add(last);
        }
        return Optional.of(last);
    }

    /**
     * The changes that are not made, or change nothing.
     *
     * @param unmatched why one is not made
     */
    List<Mismatch> unused(String unmatched) {
        return changes.stream()
                .filter(change -> !useful.contains(change))
                .<Mismatch>map(change -> new Mismatch.Unusable(
                        change.toString(),
                        made.contains(change) ? "it leaves all axes where they are, so it changes nothing" : unmatched))
                .toList();
    }
}
