package org.initweights.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.initweights.TensorShape;
import org.initweights.internal.files.TensorBytes;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.load.AxisBands;
import org.initweights.internal.files.load.AxisOrder;
import org.initweights.internal.files.safetensors.ElementDecoder;

/**
 * A tensor of open {@link StoredWeights}, under the name and with the axes that their options give it. Elements are numbered in row-major
 * order of its {@link #shape()}; those that are asked for are read. Where axes change, or an array is compressed, more is read, and least
 * if elements are read in their order.
 *
 * <p>Several threads may read at the same time.
 */
public final class WeightTensor {

    private static final int PIECE = 1 << 13;

    private final String name;
    private final LoadableTensor tensor;
    private final Optional<AxisOrder> axes;
    private final TensorShape shape;
    private final Units units;

    /** Appends elements to a target in its byte order; or bytes, where elements are smaller. */
    @FunctionalInterface
    private interface Units {
        void read(long from, int count, ByteBuffer target) throws IOException;
    }

    /**
     * A tensor under another name.
     *
     * @param axes the order of its axes, if it is another
     */
    WeightTensor(String name, LoadableTensor tensor, Optional<AxisOrder> axes) {
        this.name = name;
        this.tensor = tensor;
        this.axes = axes;
        this.shape = axes.map(order -> TensorShape.of(order.sizes(tensor.shape().dims())))
                .orElse(tensor.shape());
        this.units = units();
    }

    private Units units() {
        TensorBytes bytes = tensor.bytes();
        if (tensor.isInOrder()) {
            return axes.filter(order -> !order.isSame())
                    .<Units>map(order -> new AxisBands(bytes, tensor.shape(), order)::read)
                    .orElse(bytes::read);
        }
        AxisOrder reversed = AxisOrder.reversed(tensor.shape().rank());
        TensorShape lying = TensorShape.of(reversed.sizes(tensor.shape().dims()));
        return new AxisBands(bytes, lying, axes.map(reversed::then).orElse(reversed))::read;
    }

    /** The name after all changes. */
    public String name() {
        return name;
    }

    /** The name in the file. */
    public String nameInFile() {
        return tensor.name();
    }

    /** The type of the elements in the file. */
    public ElementType type() {
        return tensor.type();
    }

    /** The shape after all changes, without roles of its axes. */
    public TensorShape shape() {
        return shape;
    }

    /** For each axis its number in the file; empty if the order is the same. */
    public List<Integer> axes() {
        return axes.map(AxisOrder::axes).orElse(List.of());
    }

    /** How many elements it has. */
    public long elements() {
        return shape.elements();
    }

    /** How many bytes its elements take. */
    public long bytes() {
        return TensorContent.units(type(), shape) * unitBytes();
    }

    /**
     * Whether elements cost as much in the middle as at the beginning. If not, as in {@code .npz} files and where axes change, read them in
     * their order, or keep them.
     */
    public boolean isRandomAccess() {
        return tensor.isRandomAccess()
                && tensor.isInOrder()
                && axes.map(AxisOrder::isSame).orElse(true);
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
        Objects.checkFromIndexSize(from, target.length, elements());
        ByteBuffer piece = ByteBuffer.allocate(Math.min(PIECE, target.length) * unitBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < target.length; ) {
            int count = Math.min(PIECE, target.length - done);
            piece.clear();
            units.read(from + done, count, piece);
            piece.flip();
            for (int i = 0; i < count; i++) {
                target[done + i] = decoder.next(piece);
            }
            done += count;
        }
    }

    /**
     * Reads bytes of the elements, each little-endian.
     *
     * @param from the first byte, counted from the beginning of this tensor
     * @param target is filled from its position to its limit
     * @throws IndexOutOfBoundsException if there are fewer bytes from there on
     */
    public void readBytes(long from, ByteBuffer target) throws IOException {
        Objects.checkFromIndexSize(from, target.remaining(), bytes());
        while (target.hasRemaining()) {
            long unit = from / unitBytes();
            int before = (int) (from % unitBytes());
            int count = Math.min(PIECE, (before + target.remaining() + unitBytes() - 1) / unitBytes());
            ByteBuffer piece = ByteBuffer.allocate(count * unitBytes()).order(ByteOrder.LITTLE_ENDIAN);
            units.read(unit, count, piece);
            piece.flip().position(before);
            int part = Math.min(piece.remaining(), target.remaining());
            target.put(piece.limit(before + part));
            from += part;
        }
    }

    /** The tensor in the file, under another name and perhaps with another order of axes. */
    WeightTensor named(String other, Optional<AxisOrder> order) {
        return new WeightTensor(other, tensor, order);
    }

    /**
     * Finds all that can be wrong with the bytes of this tensor.
     *
     * @throws CheckpointException if something is
     */
    void verify() throws IOException {
        tensor.verify();
    }

    /** Appends units to a target, in its byte order. */
    void encode(long from, int count, ByteBuffer target) throws IOException {
        units.read(from, count, target);
    }

    private int unitBytes() {
        return TensorContent.unitBytes(type());
    }

    /** {@code name F32 [64, 3, 7, 7]}. */
    @Override
    public String toString() {
        return name + " " + type() + " " + shape;
    }
}
