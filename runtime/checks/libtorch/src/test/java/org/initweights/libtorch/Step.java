package org.initweights.libtorch;

import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.TensorShape;

/**
 * A call that draws, of PyTorch and of ours.
 *
 * @param call as one would write it in Python
 * @param ours what we draw, in the order of PyTorch's {@code named_parameters}
 * @param theirs draws with PyTorch
 * @param tolerance the largest difference of two elements; 0 for the same bits
 */
record Step(String call, List<Declared> ours, Supplier<List<Tensor>> theirs, double tolerance) {

    /** One of the tensors that a call draws. */
    record Declared(String name, TensorShape shape, DType dtype, Initializer initializer) {}

    @Override
    public String toString() {
        return call;
    }
}
