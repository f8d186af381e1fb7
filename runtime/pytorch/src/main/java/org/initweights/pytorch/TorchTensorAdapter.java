package org.initweights.pytorch;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.initweights.DType;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;

/**
 * Lets the library initialise, save and load PyTorch's tensors.
 *
 * <p>Annotated models need not name it: with this module on the class or module path, fields of type {@code Tensor} are parameters. For
 * single tensors:
 *
 * <pre>{@code
 * Tensor weight = torch.empty(64, 3, 7, 7);
 * kaimingNormal(FAN_OUT, RELU).fill(weight, new TorchTensorAdapter(), TensorShape.of(64, 3, 7, 7), RandomSource.torch(42));
 * }</pre>
 *
 * <p>Double, float, half and bfloat16 tensors are drawn and saved in their own type. Contiguous tensors of a CPU are written in their own
 * memory; others, on a device or in another order of axes, by PyTorch's {@code copy_}. Neither is recorded for the gradient, and
 * {@code requires_grad} stays as it is.
 *
 * <p>All methods throw an {@link IllegalStateException} if the tensor has been closed, and an {@link IllegalArgumentException} if it is
 * undefined, sparse, on the device {@code meta}, or read-only because several elements share one place in memory (an expanded tensor).
 *
 * <p>An adapter has no state, and threads may share it. Different elements of a tensor may be written by different threads at the same
 * time; that no thread closes the tensor meanwhile is the caller's care.
 */
public final class TorchTensorAdapter implements TensorAdapter<Tensor> {

    /** An adapter; all are alike. */
    public TorchTensorAdapter() {}

    /** A new tensor of floats on the CPU, whatever PyTorch's default type is. It lives as long as PyTorch's tensors do in Java. */
    @Override
    public Tensor allocate(TensorShape shape) {
        return torch.empty(shape.dims(), new TensorOptions(torch.ScalarType.Float), new MemoryFormatOptional());
    }

    @Override
    public long elements(Tensor tensor) {
        return TensorState.checked(tensor).numel();
    }

    @Override
    public double get(Tensor tensor, long index) {
        Objects.checkIndex(index, elements(tensor));
        if (!SharedMemory.isThere(tensor)) {
            return EngineTransfer.get(tensor, index);
        }
        try {
            // Without a call of PyTorch, which takes microseconds.
            return switch (dtype(tensor)) {
                case F64 -> new DoublePointer(tensor.data_ptr()).get(index);
                case F32 -> new FloatPointer(tensor.data_ptr()).get(index);
                case F16, BF16, I32, I64 -> EngineTransfer.get(tensor, index);
            };
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    @Override
    public void put(Tensor tensor, long offset, float[] values, int count) {
        EngineTransfer.put(TensorState.checked(tensor), offset, values, count);
    }

    @Override
    public void put(Tensor tensor, long offset, double[] values, int count) {
        EngineTransfer.put(TensorState.checked(tensor), offset, values, count);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the tensor holds integers, booleans, complex, quantised or 8-bit numbers
     */
    @Override
    public DType dtype(Tensor tensor) {
        return ElementType.of(TensorState.checked(tensor));
    }

    @Override
    public Optional<ByteBuffer> memory(Tensor tensor) {
        return SharedMemory.of(TensorState.checked(tensor));
    }

    @Override
    public void read(Tensor tensor, long offset, float[] values, int count) {
        EngineTransfer.read(TensorState.checked(tensor), offset, values, count);
    }

    @Override
    public void read(Tensor tensor, long offset, double[] values, int count) {
        EngineTransfer.read(TensorState.checked(tensor), offset, values, count);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there are more or fewer bytes than the tensor has
     */
    @Override
    public void write(Tensor tensor, ByteBuffer all) {
        EngineTransfer.write(TensorState.checked(tensor), all);
    }

    /** Yes. */
    @Override
    public boolean isConcurrent() {
        return true;
    }

    @Override
    public long[] strides(Tensor tensor, TensorShape shape) {
        TensorState.checked(tensor);
        long[] strides = new long[Math.toIntExact(tensor.ndimension())];
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = tensor.stride(axis);
        }
        return strides;
    }
}
