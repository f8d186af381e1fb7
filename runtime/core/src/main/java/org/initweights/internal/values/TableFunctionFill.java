package org.initweights.internal.values;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TableFunction;
import org.initweights.TensorShape;

/** Each element is what a function of Java says of its indices. No plan can hold it. */
public record TableFunctionFill(TableFunction function, TensorShape shape) implements Fill, KnownElements {

    @Override
    public long elements() {
        return shape.elements();
    }

    @Override
    public Sources sources(long elements) {
        return () -> (from, count, out) -> {
            long[] indices = ElementPlace.indices(from, shape);
            for (int i = 0; i < count; i++) {
                out[i] = function.at(indices, shape);
                next(indices);
            }
        };
    }

    private void next(long[] indices) {
        for (int axis = indices.length - 1; axis >= 0; axis--) {
            if (++indices[axis] < shape.size(axis)) {
                return;
            }
            indices[axis] = 0;
        }
    }

    /** A function of a user may not be made for several threads. */
    @Override
    public boolean isConcurrent() {
        return false;
    }

    @Override
    public long most() {
        return 1 << 16;
    }

    @Override
    public void refuse(long index, double value) {
        if (!Double.isFinite(value)) {
            throw new InitializationException(
                    "TableValue",
                    "table(…)",
                    null,
                    "is " + value + " at " + ElementPlace.of(index, shape) + " of " + shape
                            + "; return a finite number there");
        }
    }

    @Override
    public boolean fits(long elements) {
        return elements == elements();
    }

    @Override
    public double mean() {
        return moments().mean();
    }

    @Override
    public double std() {
        return moments().std();
    }

    @Override
    public double lower() {
        return moments().lower();
    }

    @Override
    public double upper() {
        return moments().upper();
    }

    @Override
    public String toString() {
        return "table by a function";
    }
}
