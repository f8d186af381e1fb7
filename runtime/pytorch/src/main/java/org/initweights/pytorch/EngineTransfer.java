package org.initweights.pytorch;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Moves elements between Java and a tensor by PyTorch's own operations, which know every device, order and type. Each method makes few
 * calls, however many elements it moves.
 *
 * <p>They run in PyTorch's inference mode: nothing is recorded for a gradient, and a parameter that has one may be written in place.
 */
final class EngineTransfer {

    private EngineTransfer() {}

    /** Reads one element by its row-major number. */
    static double get(Tensor tensor, long index) {
        double[] one = new double[1];
        read(tensor, index, one, 1);
        return one[0];
    }

    /** Reads elements by their row-major numbers. */
    static void read(Tensor tensor, long offset, float[] values, int count) {
        inference(
                count,
                () -> new FloatPointer(
                                taken(tensor, offset, count, ScalarType.Float).data_ptr())
                        .get(values, 0, count));
    }

    /** Reads elements by their row-major numbers. */
    static void read(Tensor tensor, long offset, double[] values, int count) {
        inference(
                count,
                () -> new DoublePointer(
                                taken(tensor, offset, count, ScalarType.Double).data_ptr())
                        .get(values, 0, count));
    }

    /** Writes elements by their row-major numbers. */
    static void put(Tensor tensor, long offset, float[] values, int count) {
        inference(count, () -> {
            FloatPointer copy = new FloatPointer(count).put(values, 0, count);
            give(tensor, offset, over(copy, ScalarType.Float, count));
        });
    }

    /** Writes elements by their row-major numbers. */
    static void put(Tensor tensor, long offset, double[] values, int count) {
        inference(count, () -> {
            DoublePointer copy = new DoublePointer(count).put(values, 0, count);
            give(tensor, offset, over(copy, ScalarType.Double, count));
        });
    }

    /**
     * Writes all elements.
     *
     * @throws IllegalArgumentException if there are more or fewer bytes than the tensor has
     */
    static void write(Tensor tensor, ByteBuffer all) {
        if (all.remaining() != tensor.nbytes()) {
            throw new IllegalArgumentException(all.remaining() + " bytes for a tensor of " + tensor.nbytes());
        }
        try {
            inference(
                    all.remaining(),
                    () -> tensor.copy_(over(new BytePointer(all), tensor.scalar_type(), tensor.shape())));
        } finally {
            Reference.reachabilityFence(all);
        }
    }

    /** Does something with elements, if there are any, and frees what it makes. */
    @SuppressWarnings("try") // Both hold while the block runs, and nobody asks them anything.
    private static void inference(int count, Runnable work) {
        if (count == 0) {
            return;
        }
        try (InferenceMode mode = new InferenceMode(true);
                PointerScope scope = new PointerScope()) {
            work.run();
        }
    }

    private static Tensor over(Pointer elements, ScalarType type, long... shape) {
        return torch.from_blob(elements, shape, new TensorOptions(type));
    }

    /** Some elements, in a new contiguous tensor on the CPU. */
    private static Tensor taken(Tensor tensor, long offset, int count, ScalarType type) {
        Tensor some = tensor.is_contiguous()
                ? tensor.view(-1).narrow(0, offset, count)
                : tensor.take(numbers(tensor, offset, count));
        return some.to(new Device("cpu"), type).contiguous().resolve_neg();
    }

    private static void give(Tensor tensor, long offset, Tensor values) {
        if (tensor.is_contiguous()) {
            tensor.view(-1).narrow(0, offset, values.numel()).copy_(values);
        } else {
            Tensor converted = values.to(tensor.device(), tensor.scalar_type());
            tensor.put_(numbers(tensor, offset, values.numel()), converted, false);
        }
    }

    /** The row-major numbers of elements, on the tensor's device. */
    private static Tensor numbers(Tensor tensor, long offset, long count) {
        TensorOptions options = new TensorOptions(ScalarType.Long).device(new DeviceOptional(tensor.device()));
        return torch.arange(new Scalar(offset), new Scalar(offset + count), options);
    }
}
