package org.initweights.internal.files.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Finds a name that stands twice in an object, with eight bytes for each name. */
final class DistinctNames {

    private DistinctNames() {}

    /**
     * The place of a name that is equal to one before it, if there is one.
     *
     * @param first the place of the first name of the object
     * @param end the place of what follows its last value
     */
    static OptionalInt repeated(JsonText text, int first, int end) {
        int count = 0;
        for (int place = first; place < end; place = text.after(place + 1)) {
            count++;
        }
        if (count < 2) {
            return OptionalInt.empty();
        }
        long[] hashesAndPlaces = new long[count];
        int at = 0;
        for (int place = first; place < end; place = text.after(place + 1)) {
            hashesAndPlaces[at++] = (long) text.string(place).hashCode() << Integer.SIZE | place;
        }
        Arrays.sort(hashesAndPlaces);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && hashesAndPlaces[to] >> Integer.SIZE == hashesAndPlaces[from] >> Integer.SIZE) {
                to++;
            }
            OptionalInt repeated = to - from == 1 ? OptionalInt.empty() : repeated(text, hashesAndPlaces, from, to);
            if (repeated.isPresent()) {
                return repeated;
            }
            from = to;
        }
        return OptionalInt.empty();
    }

    /** For names of the same hash: a hostile file may have any number of them. */
    private static OptionalInt repeated(JsonText text, long[] hashesAndPlaces, int from, int to) {
        Set<String> names = new HashSet<>();
        for (int i = from; i < to; i++) {
            int place = (int) hashesAndPlaces[i];
            if (!names.add(text.string(place))) {
                return OptionalInt.of(place);
            }
        }
        return OptionalInt.empty();
    }
}
