package org.initweights.processor.random;

import java.lang.reflect.Array;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;

/** The elements of a tensor, past the library. */
final class TensorElements {

    /** The bits of 2 in bfloat16 and in float16. */
    private static final short TWO = 0x4000;

    private TensorElements() {}

    /** All of them, row-major; of half floats their bits. */
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
        } else if (tensor instanceof ShortBuffer buffer) {
            for (int i = 0; i < buffer.limit(); i++) {
                elements.add((double) buffer.get(i));
            }
        } else if (tensor.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(tensor); i++) {
                collect(Array.get(tensor, i), elements);
            }
        } else {
            elements.add(((Number) tensor).doubleValue());
        }
    }

    /** Writes the first; of half floats a 2, in either format. */
    static void set(Object tensor, float value) {
        if (tensor instanceof ShortBuffer buffer) {
            buffer.put(0, TWO);
        } else if (tensor instanceof short[] array) {
            array[0] = TWO;
        } else if (tensor instanceof int[] array) {
            array[0] = (int) value;
        } else if (tensor instanceof long[] array) {
            array[0] = (long) value;
        } else if (tensor instanceof FloatBuffer buffer) {
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
