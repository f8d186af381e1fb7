package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.initweights.DType;

/** One copy of each row of a storage in which every row of {@code rowElements} elements stands {@code times} times in a row. */
public record RepeatedStorage(Storage target, long rowElements, long times) implements Storage {

    @Override
    public long length() {
        return target.length() / times;
    }

    /** Whole rows of which a copy has a wanted element. */
    @Override
    public ElementRange wanted() {
        ElementRange wanted = target.wanted();
        if (wanted.isEmpty()) {
            return ElementRange.NONE;
        }
        long block = rowElements * times;
        return new ElementRange(wanted.from() / block * rowElements, ((wanted.to() - 1) / block + 1) * rowElements);
    }

    @Override
    public Precision precision() {
        return target.precision();
    }

    @Override
    public double get(long index) {
        return target.get(copyOf(index, 0));
    }

    @Override
    public DType dtype() {
        return target.dtype();
    }

    @Override
    public boolean isConcurrent() {
        return target.isConcurrent();
    }

    @Override
    public void encode(long from, int count, ByteBuffer bytes) {
        rows().walk(from, count, (index, done, part) -> target.encode(copyOf(index, 0), part, bytes));
    }

    @Override
    public void put(long offset, float[] values, int count) {
        rows().walk(offset, count, (index, done, part) -> {
            for (long copy = 0; copy < times; copy++) {
                // Copied anew each time: a storage may change what it is given.
                target.put(copyOf(index, copy), Arrays.copyOfRange(values, done, done + part), part);
            }
        });
    }

    @Override
    public void put(long offset, double[] values, int count) {
        rows().walk(offset, count, (index, done, part) -> {
            for (long copy = 0; copy < times; copy++) {
                target.put(copyOf(index, copy), Arrays.copyOfRange(values, done, done + part), part);
            }
        });
    }

    private Pieces rows() {
        return new Pieces(rowElements);
    }

    /** Where the target has one of the copies of an element. */
    private long copyOf(long index, long copy) {
        return (index / rowElements * times + copy) * rowElements + index % rowElements;
    }
}
