package org.initweights.internal.tensor;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.initweights.DType;
import org.initweights.TensorShape;
import org.jspecify.annotations.Nullable;

/** Arrays of arrays: the innermost ones, in order, are rows of equal length. */
public final class NestedStorage implements ModelStorage {

    private final List<ModelStorage> rows = new ArrayList<>();
    private final Pieces pieces;
    private final Precision precision;

    /**
     * @param nested {@code float[][]…} or {@code double[][]…} with as many levels as {@code shape} has dimensions
     * @throws IllegalArgumentException if an array is null, or has another length than its dimension
     */
    public NestedStorage(Object nested, TensorShape shape) {
        this.pieces = new Pieces(shape.size(shape.rank() - 1));
        this.precision = leafType(nested.getClass()) == double.class ? Precision.DOUBLE : Precision.SINGLE;
        addRows(nested, shape, 0, "");
    }

    /** New arrays of this type, for example {@code float[][].class}, with the sizes of {@code shape}. */
    public static Object allocate(Class<?> type, TensorShape shape) {
        int[] sizes = new int[shape.rank()];
        for (int axis = 0; axis < sizes.length; axis++) {
            if (shape.size(axis) > ArrayLength.MOST) {
                throw new IllegalArgumentException(shape + " has a dimension beyond the length of an array");
            }
            sizes[axis] = (int) shape.size(axis);
        }
        return Array.newInstance(leafType(type), sizes);
    }

    /** The type of the elements of nested arrays: {@code float.class} of {@code float[][].class}. */
    public static Class<?> leafType(Class<?> type) {
        Class<?> component = type.getComponentType();
        return component == null ? type : leafType(component);
    }

    private void addRows(@Nullable Object array, TensorShape shape, int axis, String index) {
        if (array == null) {
            throw new IllegalArgumentException("row " + index + " is null");
        }
        if (Array.getLength(array) != shape.size(axis)) {
            throw new IllegalArgumentException((index.isEmpty() ? "the outermost array" : "row " + index)
                    + " has length " + Array.getLength(array) + ", not " + shape.size(axis));
        }
        if (array instanceof float[] floats) {
            rows.add(new FloatArrayStorage(floats));
        } else if (array instanceof double[] doubles) {
            rows.add(new DoubleArrayStorage(doubles));
        } else {
            Object[] inner = (Object[]) array;
            for (int i = 0; i < inner.length; i++) {
                addRows(inner[i], shape, axis + 1, index + "[" + i + "]");
            }
        }
    }

    @Override
    public long length() {
        return rows.size() * pieces.length();
    }

    @Override
    public Precision precision() {
        return precision;
    }

    @Override
    public double get(long index) {
        return row(index).get(pieces.within(index));
    }

    @Override
    public DType dtype() {
        return precision == Precision.DOUBLE ? DType.F64 : DType.F32;
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        pieces.walk(from, count, (index, done, part) -> row(index).encode(pieces.within(index), part, target));
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        pieces.walk(from, count, (index, done, part) -> row(index).decode(pieces.within(index), part, source));
    }

    @Override
    public void put(long offset, float[] values, int count) {
        pieces.put(offset, values, count, (index, part, size) -> row(index).put(pieces.within(index), part, size));
    }

    @Override
    public void put(long offset, double[] values, int count) {
        pieces.put(offset, values, count, (index, part, size) -> row(index).put(pieces.within(index), part, size));
    }

    private ModelStorage row(long index) {
        return rows.get(pieces.number(index));
    }
}
