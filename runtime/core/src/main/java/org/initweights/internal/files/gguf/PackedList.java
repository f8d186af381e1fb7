package org.initweights.internal.files.gguf;

import java.util.AbstractList;
import java.util.Objects;
import java.util.function.IntFunction;

/** A list whose elements are made when they are asked for. */
final class PackedList extends AbstractList<Object> {

    private final int size;
    private final IntFunction<Object> elements;

    PackedList(int size, IntFunction<Object> elements) {
        this.size = size;
        this.elements = elements;
    }

    @Override
    public Object get(int index) {
        return elements.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
