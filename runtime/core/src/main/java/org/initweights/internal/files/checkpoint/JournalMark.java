package org.initweights.internal.files.checkpoint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point that a later run can go on from, one line of a {@link Journal}.
 *
 * @param steps how many steps are complete
 * @param position where the random source stood then
 * @param checksums of the parameters that became complete since the mark before, in the order of their last steps
 */
record JournalMark(int steps, String position, List<Long> checksums) {

    static final JournalMark START = new JournalMark(0, "", List.of());

    JournalMark {
        checksums = List.copyOf(checksums);
    }

    String text() {
        StringBuilder text = new StringBuilder().append(steps).append(' ').append(position);
        checksums.forEach(checksum -> text.append(' ').append(Long.toUnsignedString(checksum, 16)));
        return text.toString();
    }

    static @Nullable JournalMark parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length < 2) {
            return null;
        }
        try {
            List<Long> checksums = new ArrayList<>();
            for (String checksum : List.of(parts).subList(2, parts.length)) {
                checksums.add(Long.parseUnsignedLong(checksum, 16));
            }
            return new JournalMark(Integer.parseInt(parts[0]), parts[1], checksums);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
