package org.initweights.internal.tensor;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.TensorShape;
import org.jspecify.annotations.Nullable;

/** Arrays of arrays: the innermost ones, in order, are rows of equal length. */
public final class NestedStorage implements ModelStorage {

    private static final Map<Class<?>, DType> TYPES =
            Map.of(float.class, DType.F32, double.class, DType.F64, int.class, DType.I32, long.class, DType.I64);

    private final List<ModelStorage> rows = new ArrayList<>();
    private final Pieces pieces;
    private final DType dtype;

    /**
     * @param nested {@code float[][]…}, or as many levels of doubles, ints or longs, with as many levels as {@code shape} has dimensions
     * @throws IllegalArgumentException if an array is null, or has another length than its dimension
     */
    public NestedStorage(Object nested, TensorShape shape) {
        this.pieces = new Pieces(shape.size(shape.rank() - 1));
        this.dtype = typeOf(nested.getClass()).orElseThrow();
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

    /** The type of the elements of an array, or of nested ones; empty if they can be no parameter's without more. */
    public static Optional<DType> typeOf(Class<?> type) {
        return Optional.ofNullable(TYPES.get(leafType(type)));
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
        } else if (array instanceof int[] ints) {
            rows.add(new IntStorage(ints));
        } else if (array instanceof long[] longs) {
            rows.add(new LongStorage(longs));
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
        return dtype == DType.F32 ? Precision.SINGLE : Precision.DOUBLE;
    }

    @Override
    public double get(long index) {
        return row(index).get(pieces.within(index));
    }

    @Override
    public DType dtype() {
        return dtype;
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
        if (dtype.isInteger()) {
            put(offset, WholeNumbers.widened(values, count), count);
            return;
        }
        pieces.put(offset, values, count, (index, part, size) -> row(index).put(pieces.within(index), part, size));
    }

    @Override
    public void put(long offset, double[] values, int count) {
        if (dtype.isInteger()) {
            // A row does not know where it begins.
            WholeNumbers.check(dtype, offset, values, count);
        }
        pieces.put(offset, values, count, (index, part, size) -> row(index).put(pieces.within(index), part, size));
    }

    private ModelStorage row(long index) {
        return rows.get(pieces.number(index));
    }
}
