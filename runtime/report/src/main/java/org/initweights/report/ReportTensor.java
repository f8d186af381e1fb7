package org.initweights.report;

import java.util.Optional;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.TensorShape;

/**
 * A tensor that a report can be made of: a parameter of a model, or an entry of a checkpoint, of which nobody knows how it should
 * have started. Tensors are read by several threads, but each of them by one.
 */
public interface ReportTensor {

    /** A view of a parameter. */
    static ReportTensor of(Parameter parameter) {
        return new ParameterTensor(parameter);
    }

    /** The name, such as {@code layers.0.weight}. */
    String name();

    /** The shape, with the roles of its axes as far as they are known. */
    TensorShape shape();

    /** What the elements are stored as. */
    DType dtype();

    /** What was to be written, if that is known. */
    Optional<Fill> fill();

    /** What it is to its model; by default one that is trained. */
    default TensorRole role() {
        return TensorRole.TRAINED;
    }

    /**
     * Copies {@code count} elements, in row-major order, to the beginning of {@code target}.
     *
     * @param from the index of the first element
     */
    void read(long from, int count, double[] target);
}
