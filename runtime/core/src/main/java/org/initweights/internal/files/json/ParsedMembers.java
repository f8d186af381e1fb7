package org.initweights.internal.files.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object in a text, best taken one after another: one is found by looking at those before it. */
final class ParsedMembers extends AbstractMap<String, JsonValue> {

    private final JsonText text;
    private final int first;
    private final int end;

    /**
     * The members from one place to another.
     *
     * @param first the place of the first name
     * @param end the index of what follows the last value
     */
    ParsedMembers(JsonText text, int first, int end) {
        this.text = text;
        this.first = first;
        this.end = end;
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        for (int place = first; place < end; place = text.after(place + 1)) {
            if (text.string(place).equals(name)) {
                return text.value(place + 1);
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, JsonValue>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public int size() {
                int size = 0;
                for (int place = first; place < end; place = text.after(place + 1)) {
                    size++;
                }
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, JsonValue>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, JsonValue>> {

        private int place = first;

        @Override
        public boolean hasNext() {
            return place < end;
        }

        @Override
        public Map.Entry<String, JsonValue> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Map.Entry<String, JsonValue> entry = Map.entry(text.string(place), text.value(place + 1));
            place = text.after(place + 1);
            return entry;
        }
    }
}
