package org.initweights.internal.files.numpy;

import java.nio.ByteBuffer;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;

/** Takes elements in Fortran's order, one after another, and hands them on by their row-major indices. */
public final class ColumnMajor implements ElementReader.Decoder {

    private final TensorShape shape;
    private final ElementReader.Decoder rowMajor;
    private final long[] position;

    public ColumnMajor(TensorShape shape, ElementReader.Decoder rowMajor) {
        this.shape = shape;
        this.rowMajor = rowMajor;
        this.position = new long[shape.rank()];
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        for (int i = 0; i < count; i++) {
            rowMajor.decode(index(), 1, source);
            advance();
        }
    }

    private long index() {
        long index = 0;
        for (int axis = 0; axis < position.length; axis++) {
            index = index * shape.size(axis) + position[axis];
        }
        return index;
    }

    private void advance() {
        for (int axis = 0; axis < position.length; axis++) {
            position[axis]++;
            if (position[axis] < shape.size(axis)) {
                return;
            }
            position[axis] = 0;
        }
    }
}
