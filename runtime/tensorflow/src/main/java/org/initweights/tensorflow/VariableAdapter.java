package org.initweights.tensorflow;

import java.nio.ByteBuffer;
import org.initweights.DType;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.tensorflow.exceptions.TFFailedPreconditionException;
import org.tensorflow.types.family.TFloating;

/**
 * Writes a variable as a whole, and reads it in pieces, by operations of TensorFlow.
 *
 * @param <T> the type of its elements
 */
final class VariableAdapter<T extends TFloating> implements TensorAdapter<TensorVariable<T>> {

    @Override
    public TensorVariable<T> allocate(TensorShape shape) {
        throw new UnsupportedOperationException(
                "a variable is made by TensorFlow: by tf.variable(…), or EagerVariable.of(…)");
    }

    @Override
    public long elements(TensorVariable<T> variable) {
        variable.checkOpen();
        return variable.shape().size();
    }

    @Override
    public DType dtype(TensorVariable<T> variable) {
        return variable.type().dtype();
    }

    @Override
    public double get(TensorVariable<T> variable, long index) {
        double[] value = new double[1];
        read(variable, index, value, 1);
        return value[0];
    }

    @Override
    public void read(TensorVariable<T> variable, long offset, float[] values, int count) {
        try (T slice = variable.slice(offset, count)) {
            variable.type().read(slice, 0, values, count);
        } catch (RuntimeException e) {
            throw refused(variable, e);
        }
    }

    @Override
    public void read(TensorVariable<T> variable, long offset, double[] values, int count) {
        try (T slice = variable.slice(offset, count)) {
            variable.type().read(slice, 0, values, count);
        } catch (RuntimeException e) {
            throw refused(variable, e);
        }
    }

    @Override
    public void put(TensorVariable<T> variable, long offset, float[] values, int count) {
        throw new UnsupportedOperationException(variable.name() + ": a variable is written as a whole");
    }

    @Override
    public void write(TensorVariable<T> variable, ByteBuffer all) {
        try {
            variable.assign(all);
        } catch (RuntimeException e) {
            throw refused(variable, e);
        }
    }

    /** TensorFlow's exceptions have no type in common. */
    private static IllegalStateException refused(TensorVariable<?> variable, RuntimeException cause) {
        String reason = cause instanceof TFFailedPreconditionException
                ? "the variable has no values yet; initialise or load it before it is read"
                : String.valueOf(cause.getMessage());
        return new IllegalStateException(variable.name() + ": " + reason, cause);
    }
}
