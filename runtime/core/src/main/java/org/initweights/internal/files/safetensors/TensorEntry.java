package org.initweights.internal.files.safetensors;

import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.io.ElementType;

/**
 * A tensor as a header describes it.
 *
 * @param begin where its bytes begin, counted from the end of the header
 * @param end where they end
 */
public record TensorEntry(String name, ElementType type, TensorShape shape, long begin, long end)
        implements HeaderEntry {

    /**
     * A tensor at the beginning of the data.
     *
     * @throws IllegalArgumentException if it takes more bytes than a {@code long} counts, or no whole number of them
     */
    public static TensorEntry of(String name, ElementType type, TensorShape shape) {
        try {
            return new TensorEntry(name, type, shape, 0, bytes(type, shape.elements()));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** Where the elements of a parameter would be, at the beginning of the data. */
    public static TensorEntry of(Parameter parameter) {
        return of(parameter.name(), ElementType.of(parameter.dtype()), parameter.shape());
    }

    /** This tensor, to begin elsewhere. */
    TensorEntry from(long begin) {
        return new TensorEntry(name, type, shape, begin, Math.addExact(begin, bytes()));
    }

    /** How many bytes it takes. */
    public long bytes() {
        return end - begin;
    }

    /**
     * How many bytes this many elements take.
     *
     * @throws ArithmeticException if a {@code long} does not count them, or it is no whole number
     */
    static long bytes(ElementType type, long elements) {
        if (Math.multiplyHigh(elements, type.bits()) != 0 || elements * type.bits() < 0) {
            throw new ArithmeticException(elements + " elements of " + type + " have more bits than a long can count");
        }
        long bits = elements * type.bits();
        if (bits % Byte.SIZE != 0) {
            throw new ArithmeticException(elements + " elements of " + type + " are no whole number of bytes");
        }
        return bits / Byte.SIZE;
    }
}
