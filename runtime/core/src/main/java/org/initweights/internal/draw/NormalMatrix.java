package org.initweights.internal.draw;

import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;

/** A row-major matrix of independent standard normals. */
public final class NormalMatrix {

    private NormalMatrix() {}

    /** Draws a matrix in this precision, as a parameter of that size would be drawn. */
    public static Storage draw(Sampler sampler, int rows, int columns, Precision precision) {
        int elements = Math.multiplyExact(rows, columns);
        Storage matrix = switch (precision) {
            case SINGLE -> new FloatArrayStorage(new float[elements]);
            case DOUBLE -> new DoubleArrayStorage(new double[elements]);
        };
        sampler.normal(matrix, 0, 1);
        return matrix;
    }
}
