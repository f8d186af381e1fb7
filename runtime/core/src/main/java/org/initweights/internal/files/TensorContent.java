package org.initweights.internal.files;

import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.io.ElementType;

/**
 * A tensor that is to be written: its name, type and shape, and what gives its bytes.
 *
 * @param encoder gives {@linkplain #units() units} little-endian, to little-endian targets, one range after the other; from the first one
 *     on as often as it is asked
 */
public record TensorContent(String name, ElementType type, TensorShape shape, ElementWriter.Encoder encoder) {

    /** A parameter, in the type that it has. */
    public static TensorContent of(Parameter parameter) {
        return new TensorContent(
                parameter.name(), ElementType.of(parameter.dtype()), parameter.shape(), parameter::encode);
    }

    /** The bytes that are encoded as one: those of an element, or one byte where elements are smaller. */
    public int unitBytes() {
        return unitBytes(type);
    }

    /** The bytes of elements of a type that are encoded as one. */
    public static int unitBytes(ElementType type) {
        return type.bits() % Byte.SIZE == 0 ? type.bits() / Byte.SIZE : 1;
    }

    /** How many units there are. */
    public long units() {
        return units(type, shape);
    }

    /** How many units a tensor has. */
    public static long units(ElementType type, TensorShape shape) {
        return type.bits() % Byte.SIZE == 0 ? shape.elements() : shape.elements() * type.bits() / Byte.SIZE;
    }
}
