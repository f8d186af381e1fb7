package org.initweights.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt64;

/** A shape that is given as an operand. */
final class KnownShape {

    private KnownShape() {}

    /**
     * The sizes. In a graph TensorFlow tells what it would know of a tensor of that shape, which adds an operation that nobody runs.
     *
     * @param name what the message begins with
     * @throws IllegalArgumentException if TensorFlow does not know them yet
     */
    static Shape of(String name, Ops tf, Operand<TInt64> dims) {
        if (tf.scope().env().isEager()) {
            TInt64 sizes = dims.asTensor();
            long[] array = new long[(int) sizes.size()];
            for (int axis = 0; axis < array.length; axis++) {
                array[axis] = sizes.getLong(axis);
            }
            return Shape.of(array);
        }
        Ops own = OwnNodes.scope(tf);
        Shape shape = own.withName("shape")
                .fill(dims, own.withName("zero").constant(0f))
                .shape();
        if (shape.isUnknown() || shape.hasUnknownDimension()) {
            throw new IllegalArgumentException(name + ": the shape " + dims.op().name()
                    + " is known only when the graph runs; give a constant, as tf.constant(new long[] {784, 10}), or make the variable"
                    + " by tf.variable(shape, type) and use TensorFlowVariables.parameters(session)");
        }
        return shape;
    }
}
