package org.initweights.processor.random;

import java.lang.reflect.Array;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** The elements of a tensor, past the library. */
final class TensorElements {

    private TensorElements() {}

    /** All of them, row-major. */
    static List<Double> of(Object tensor) {
        List<Double> elements = new ArrayList<>();
        collect(tensor, elements);
        return elements;
    }

    private static void collect(Object tensor, List<Double> elements) {
        if (tensor instanceof FloatBuffer buffer) {
            for (int i = 0; i < buffer.limit(); i++) {
                elements.add((double) buffer.get(i));
            }
        } else if (tensor instanceof DoubleBuffer buffer) {
            for (int i = 0; i < buffer.limit(); i++) {
                elements.add(buffer.get(i));
            }
        } else if (tensor.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(tensor); i++) {
                collect(Array.get(tensor, i), elements);
            }
        } else {
            elements.add(((Number) tensor).doubleValue());
        }
    }

    /** Writes the first. */
    static void set(Object tensor, float value) {
        if (tensor instanceof FloatBuffer buffer) {
            buffer.put(0, value);
        } else if (tensor instanceof DoubleBuffer buffer) {
            buffer.put(0, value);
        } else if (tensor instanceof float[] array) {
            array[0] = value;
        } else if (tensor instanceof double[] array) {
            array[0] = value;
        } else {
            set(Array.get(tensor, 0), value);
        }
    }
}
