package org.initweights.libtorch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.initweights.DType;
import org.initweights.TensorShape;
import org.initweights.TorchBuild;

/** What the tests need of PyTorch. */
final class LibTorch {

    private LibTorch() {}

    /** The build that PyTorch has picked for this processor and environment. */
    static TorchBuild build() {
        return torch.get_cpu_capability().getString().equals("DEFAULT") ? TorchBuild.SCALAR : TorchBuild.AVX2;
    }

    static Tensor empty(TensorShape shape, DType dtype) {
        return torch.empty(shape.dims(), new TensorOptions(type(dtype)), new MemoryFormatOptional());
    }

    private static torch.ScalarType type(DType dtype) {
        return switch (dtype) {
            case F64 -> torch.ScalarType.Double;
            case F32 -> torch.ScalarType.Float;
            case F16 -> torch.ScalarType.Half;
            case BF16 -> torch.ScalarType.BFloat16;
            case I32 -> torch.ScalarType.Int;
            case I64 -> torch.ScalarType.Long;
        };
    }

    /** The parameters of a module, in the order of {@code named_parameters}. */
    static List<Tensor> parameters(Module module) {
        StringTensorDict parameters = module.named_parameters();
        List<Tensor> tensors = new ArrayList<>();
        for (long i = 0; i < parameters.size(); i++) {
            tensors.add(parameters.get(i).access());
        }
        return tensors;
    }

    static ByteBuffer bytes(Tensor tensor) {
        Tensor contiguous = tensor.contiguous();
        long length = contiguous.numel() * contiguous.element_size();
        byte[] bytes = new byte[Math.toIntExact(length)];
        if (length > 0) {
            new BytePointer(contiguous.data_ptr()).get(bytes);
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
