package org.initweights.internal.draw;

import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;

/**
 * A row-major matrix of independent standard normals: what the factorisation of an orthogonal fill begins with.
 *
 * <p>It draws what a parameter of the same number of elements would: one normal an element, from element 0 of the sampler on, in float or
 * in double. So the matrix of a float parameter has the words of a float parameter, although the factorisation that follows is in double.
 * Memory: 4 or 8 bytes an element, on the heap.
 */
public final class NormalMatrix {

    private NormalMatrix() {}

    /**
     * Draws a matrix in this precision, as a parameter of that size would be drawn.
     *
     * @throws ArithmeticException if it would have more than 2³¹ - 1 elements
     */
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
