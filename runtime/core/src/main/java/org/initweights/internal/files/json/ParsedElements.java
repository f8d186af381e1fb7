package org.initweights.internal.files.json;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The elements of an array in a text, best taken one after another. */
final class ParsedElements extends AbstractList<JsonValue> {

    private final JsonText text;
    private final int first;
    private final int end;

    /**
     * The elements from one place to another.
     *
     * @param first the place of the first
     * @param end the index of what follows the last element
     */
    ParsedElements(JsonText text, int first, int end) {
        this.text = text;
        this.first = first;
        this.end = end;
    }

    @Override
    public int size() {
        int size = 0;
        for (int place = first; place < end; place = text.after(place)) {
            size++;
        }
        return size;
    }

    @Override
    public boolean isEmpty() {
        return first == end;
    }

    @Override
    public JsonValue get(int index) {
        int place = first;
        for (int i = 0; i < index && place < end; i++) {
            place = text.after(place);
        }
        if (index < 0 || place >= end) {
            throw new IndexOutOfBoundsException(index);
        }
        return text.value(place);
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return new Iterator<>() {

            private int place = first;

            @Override
            public boolean hasNext() {
                return place < end;
            }

            @Override
            public JsonValue next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                JsonValue value = text.value(place);
                place = text.after(place);
                return value;
            }
        };
    }
}
