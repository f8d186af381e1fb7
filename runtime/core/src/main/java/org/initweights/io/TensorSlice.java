package org.initweights.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.files.PartReader;
import org.initweights.internal.files.TensorPart;
import org.initweights.internal.files.safetensors.ElementDecoder;
import org.initweights.internal.files.safetensors.IntegerDecoder;

/**
 * A part of a {@link CheckpointTensor}, from one index to another along some axes. Its elements are numbered in row-major order of its
 * own shape; those that are asked for are read, and few others.
 *
 * <pre>{@code
 * double[] columns = new double[tensor.shape().size(0) * 2];
 * tensor.slice(1, 0, 2).read(0, columns);                     // NumPy's tensor[:, :2]
 * tensor.slice(0, 2, 5).slice(1, 7, 8).read(0, three);        // tensor[2:5, 7:8]
 * }</pre>
 *
 * <p>Slices are immutable, and several threads may read at the same time.
 */
public final class TensorSlice {

    private final CheckpointTensor tensor;
    private final TensorPart part;

    TensorSlice(CheckpointTensor tensor, TensorPart part) {
        this.tensor = tensor;
        this.part = part;
    }

    /** The shape of this part, without roles of its axes. */
    public TensorShape shape() {
        return part.shape();
    }

    /** The type of the elements. */
    public ElementType type() {
        return tensor.type();
    }

    /** How many elements this part has. */
    public long elements() {
        return part.shape().elements();
    }

    /**
     * A part of this part.
     *
     * @param from the first index along {@code axis}
     * @param to the index after the last
     * @throws IndexOutOfBoundsException if there is no such axis, or it has no such indices
     */
    public TensorSlice slice(int axis, long from, long to) {
        try {
            return new TensorSlice(tensor, part.slice(axis, from, to));
        } catch (IndexOutOfBoundsException e) {
            throw (IndexOutOfBoundsException) new IndexOutOfBoundsException(tensor.name() + ": axis " + axis + " from "
                            + from + " to " + to + ", but the shape is " + shape())
                    .initCause(e);
        }
    }

    /**
     * Reads elements as numbers, exactly but for integers beyond 2<sup>53</sup>, which are rounded.
     *
     * @param from the first element
     * @param target gets as many elements as it has room for
     * @throws IndexOutOfBoundsException if there are fewer elements from there on
     * @throws UnsupportedOperationException if the type is not {@linkplain ElementType#isNumeric() numeric}
     */
    public void read(long from, double[] target) throws IOException {
        ElementDecoder decoder = ElementDecoder.of(type());
        read(from, target.length, (first, count, source) -> {
            for (int i = 0; i < count; i++) {
                target[(int) first + i] = decoder.next(source);
            }
        });
    }

    /**
     * Reads integers and truth values, which are 0 or 1.
     *
     * @param from the first element
     * @param target gets as many elements as it has room for
     * @throws IndexOutOfBoundsException if there are fewer elements from there on
     * @throws UnsupportedOperationException if the type is no {@linkplain ElementType#isInteger() integer}
     * @throws ArithmeticException if a number is beyond {@code int}; what is before it was read
     */
    public void read(long from, int[] target) throws IOException {
        integers(from, target.length, (index, value) -> {
            if (value != (int) value || isBeyondLong(value)) {
                throw beyond("int", from + index, value, "long[]");
            }
            target[index] = (int) value;
        });
    }

    /**
     * Reads integers and truth values, which are 0 or 1.
     *
     * @param from the first element
     * @param target gets as many elements as it has room for
     * @throws IndexOutOfBoundsException if there are fewer elements from there on
     * @throws UnsupportedOperationException if the type is no {@linkplain ElementType#isInteger() integer}
     * @throws ArithmeticException if a number of {@code U64} is beyond {@code long}; what is before it was read
     */
    public void read(long from, long[] target) throws IOException {
        integers(from, target.length, (index, value) -> {
            if (isBeyondLong(value)) {
                throw beyond("long", from + index, value, "double[], which rounds it");
            }
            target[index] = value;
        });
    }

    /**
     * Reads integers and truth values, which are 0 or 1. Those of {@code U8} are as Java has bytes without a sign:
     * {@link Byte#toUnsignedInt} gives the number.
     *
     * @param from the first element
     * @param target gets as many elements as it has room for
     * @throws IndexOutOfBoundsException if there are fewer elements from there on
     * @throws UnsupportedOperationException if the type is no {@linkplain ElementType#isInteger() integer}
     * @throws ArithmeticException if a number of a larger type is beyond {@code byte}; what is before it was read
     */
    public void read(long from, byte[] target) throws IOException {
        integers(from, target.length, (index, value) -> {
            if (type() != ElementType.U8 && (value != (byte) value || isBeyondLong(value))) {
                throw beyond("byte", from + index, value, "int[] or long[]");
            }
            target[index] = (byte) value;
        });
    }

    /**
     * Reads bytes as they are in the file, the elements little-endian.
     *
     * @param from the first byte, counted from the beginning of this part
     * @param target is filled from its position to its limit
     * @throws IndexOutOfBoundsException if there are fewer bytes from there on
     * @throws UnsupportedOperationException if the elements are no whole bytes
     */
    public void readBytes(long from, ByteBuffer target) throws IOException {
        Objects.checkFromIndexSize(from, target.remaining(), elements() * bytesPerElement());
        new PartReader(part.divided(bytesPerElement()), 1, ByteOrder.LITTLE_ENDIAN, tensor::readBytes)
                .read(from, target.remaining(), (first, count, source) -> target.put(source));
    }

    /** Gives all elements, as the file has them. */
    void readAll(ElementReader.Decoder target) throws IOException {
        elementReader().read(0, elements(), target);
    }

    private interface IntegerTarget {

        void put(int index, long value);
    }

    private void integers(long from, int count, IntegerTarget target) throws IOException {
        IntegerDecoder decoder = IntegerDecoder.of(type());
        read(from, count, (first, some, source) -> {
            for (int i = 0; i < some; i++) {
                target.put((int) first + i, decoder.next(source));
            }
        });
    }

    private void read(long from, int count, ElementReader.Decoder target) throws IOException {
        Objects.checkFromIndexSize(from, count, elements());
        elementReader().read(from, count, target);
    }

    private PartReader elementReader() {
        return new PartReader(part, bytesPerElement(), ByteOrder.LITTLE_ENDIAN, tensor::readBytes);
    }

    private int bytesPerElement() {
        if (type().bits() % Byte.SIZE != 0) {
            throw new UnsupportedOperationException(
                    "elements of " + type() + " are no whole bytes; read all bytes of the tensor");
        }
        return type().bits() / Byte.SIZE;
    }

    private boolean isBeyondLong(long value) {
        return type() == ElementType.U64 && value < 0;
    }

    private ArithmeticException beyond(String kind, long element, long value, String cure) {
        String number = type() == ElementType.U64 ? Long.toUnsignedString(value) : Long.toString(value);
        return new ArithmeticException(tensor.name() + ": element " + element + " is " + number + ", which no " + kind
                + " holds; read it into " + cure);
    }

    /** {@code name F32 [64, 2]}. */
    @Override
    public String toString() {
        return tensor.name() + " " + type() + " " + shape();
    }
}
