package org.initweights.pytorch;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Whether a tensor is one whose elements can be read and written. What is asked of any other may end the JVM. */
final class TensorState {

    private TensorState() {}

    /**
     * The tensor, if it can be used.
     *
     * @throws IllegalStateException if it has been closed
     * @throws IllegalArgumentException if it has no elements of its own to write; the message says why, and what to do
     */
    static Tensor checked(Tensor tensor) {
        if (tensor.isNull()) {
            throw new IllegalStateException("the tensor has been closed, by close() or with its PointerScope;"
                    + " keep it open as long as it is a parameter");
        }
        if (!tensor.defined()) {
            throw new IllegalArgumentException(
                    "the tensor is undefined, as new Tensor() is; give it elements, torch.empty(…)");
        }
        if (tensor.layout().intern() != torch.Layout.Strided || tensor.is_nested()) {
            throw new IllegalArgumentException("the tensor is "
                    + (tensor.is_nested()
                            ? "nested"
                            : "in the layout " + tensor.layout().intern())
                    + ", and only dense ones can be written; use to_dense()");
        }
        if (tensor.is_meta()) {
            throw new IllegalArgumentException(
                    "the tensor is on the device meta, which keeps no elements; make it on the CPU or on a device");
        }
        if (torch._is_zerotensor(tensor) || sharesElements(tensor)) {
            throw new IllegalArgumentException(
                    "the tensor is read-only: several of its elements share one place in memory, as after"
                            + " expand(…); use clone()");
        }
        return tensor;
    }

    /** Whether strides are so small that different elements may lie on one place. */
    private static boolean sharesElements(Tensor tensor) {
        if (tensor.numel() < 2 || tensor.is_non_overlapping_and_dense()) {
            return false;
        }
        int[] axes = IntStream.range(0, Math.toIntExact(tensor.ndimension()))
                .filter(axis -> tensor.size(axis) > 1)
                .boxed()
                .sorted(Comparator.comparing((Integer axis) -> tensor.stride(axis)))
                .mapToInt(Integer::intValue)
                .toArray();
        long reach = 0;
        for (int axis : axes) {
            if (tensor.stride(axis) <= reach) {
                return true;
            }
            reach += tensor.stride(axis) * (tensor.size(axis) - 1);
        }
        return false;
    }
}
