package org.initweights.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;

/**
 * The array of a DJL {@link Parameter}, as {@link DjlArrayAdapter} reads and writes it.
 *
 * <p>The parameter is asked for its array by each call, so it may get another one meanwhile. As long as it has none, since its block is not
 * initialised, every method throws an {@link IllegalStateException}.
 *
 * <pre>{@code
 * @InitWeights
 * class MyLinear extends AbstractBlock {
 *     @Shape(dims = "out, in") @KaimingNormal
 *     final ai.djl.nn.Parameter weight = addParameter(…);      // no adapter to name
 *     …
 * }
 * }</pre>
 *
 * <p>Several threads may call an adapter at the same time, for different elements.
 */
public final class DjlParameterAdapter implements TensorAdapter<Parameter> {

    private final DjlArrayAdapter arrays = new DjlArrayAdapter();

    /** An adapter for any number of parameters. */
    public DjlParameterAdapter() {}

    private static NDArray array(Parameter parameter) {
        if (!parameter.isInitialized()) {
            throw new IllegalStateException(
                    "the DJL parameter \"" + parameter.getName()
                            + "\" has no array yet, and its shape may depend on the input; call"
                            + " block.initialize(manager, DataType.FLOAT32, inputShape) or trainer.initialize(inputShape) first");
        }
        return parameter.getArray();
    }

    /**
     * Always refused: a parameter that no block has would not be trained.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public Parameter allocate(TensorShape shape) {
        throw new UnsupportedOperationException("the field is null, and a DJL parameter " + shape
                + " that belongs to no block would not be trained; set it by addParameter(Parameter.builder()…)");
    }

    @Override
    public long elements(Parameter tensor) {
        return arrays.elements(array(tensor));
    }

    @Override
    public DType dtype(Parameter tensor) {
        return arrays.dtype(array(tensor));
    }

    @Override
    public Optional<ByteBuffer> memory(Parameter tensor) {
        return arrays.memory(array(tensor));
    }

    @Override
    public long[] strides(Parameter tensor, TensorShape shape) {
        return arrays.strides(array(tensor), shape);
    }

    @Override
    public double get(Parameter tensor, long index) {
        return arrays.get(array(tensor), index);
    }

    @Override
    public void read(Parameter tensor, long offset, float[] values, int count) {
        arrays.read(array(tensor), offset, values, count);
    }

    @Override
    public void read(Parameter tensor, long offset, double[] values, int count) {
        arrays.read(array(tensor), offset, values, count);
    }

    @Override
    public void put(Parameter tensor, long offset, float[] values, int count) {
        arrays.put(array(tensor), offset, values, count);
    }

    @Override
    public void put(Parameter tensor, long offset, double[] values, int count) {
        arrays.put(array(tensor), offset, values, count);
    }

    @Override
    public void write(Parameter tensor, ByteBuffer all) {
        arrays.write(array(tensor), all);
    }

    @Override
    public boolean isConcurrent() {
        return arrays.isConcurrent();
    }
}
