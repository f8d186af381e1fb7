package org.initweights.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.initweights.RandomSource;
import org.initweights.TorchBuild;

/** What the tests ask PyTorch itself. */
final class LibTorch {

    /** How many of the last places two C libraries may differ by, beside what a mean makes of it. */
    private static final int LIBM_ULPS = 2;

    private LibTorch() {}

    /** The source that draws like the build of PyTorch that runs here. */
    static RandomSource source(long seed) {
        boolean scalar = torch.get_cpu_capability().getString().equals("DEFAULT");
        return RandomSource.torch(seed, scalar ? TorchBuild.SCALAR : TorchBuild.AVX2);
    }

    static Tensor zeros(ScalarType type, long... shape) {
        return torch.zeros(shape, new TensorOptions(type));
    }

    static Tensor empty(ScalarType type, long... shape) {
        return torch.empty(shape, new TensorOptions(type), new MemoryFormatOptional());
    }

    /** What a constructor makes while a type is PyTorch's default. */
    static <M> M withDefault(ScalarType type, Supplier<M> constructor) {
        torch.set_default_dtype(torch.scalarTypeToTypeMeta(type));
        try {
            return constructor.get();
        } finally {
            torch.set_default_dtype(torch.scalarTypeToTypeMeta(ScalarType.Float));
        }
    }

    /** The parameters and then the buffers of a module, by PyTorch's own lists. */
    static Map<String, Tensor> tensors(Module module) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (StringTensorDict list :
                new StringTensorDict[] {module.named_parameters(true), module.named_buffers(true)}) {
            try {
                for (long i = 0; i < list.size(); i++) {
                    tensors.put(
                            list.get(i).key().getString(),
                            new Tensor(list.get(i).value()));
                }
            } finally {
                // What a dictionary returns points into it, and is gone with it.
                Reference.reachabilityFence(list);
            }
        }
        return tensors;
    }

    static Tensor tensor(Module module, String name) {
        return Objects.requireNonNull(tensors(module).get(name), name);
    }

    /** The elements' bits, in row-major order. */
    static ByteBuffer bits(Tensor tensor) {
        Tensor contiguous = tensor.contiguous().resolve_neg();
        byte[] bytes = new byte[Math.toIntExact(contiguous.nbytes())];
        if (bytes.length > 0) {
            new BytePointer(contiguous.data_ptr()).get(bytes);
        }
        return ByteBuffer.wrap(bytes);
    }

    static float[] floats(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        tensor.detach()
                .to(ScalarType.Float)
                .contiguous()
                .resolve_neg()
                .data_ptr_float()
                .get(values);
        return values;
    }

    static double[] doubles(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.numel())];
        tensor.detach()
                .to(ScalarType.Double)
                .contiguous()
                .resolve_neg()
                .data_ptr_double()
                .get(values);
        return values;
    }

    /** To the bit; but of doubles the C library's logarithm and cosine decide the last bits of normals. */
    static void assertSame(String name, Tensor ours, Tensor theirs) {
        assertThat(ours.shape()).as(name).isEqualTo(theirs.shape());
        if (ours.scalar_type().intern() == ScalarType.Double) {
            double[] our = doubles(ours);
            double[] their = doubles(theirs);
            for (int i = 0; i < our.length; i++) {
                assertThat(Math.abs(our[i] - their[i]) / Math.ulp(their[i]))
                        .as(name)
                        .isLessThanOrEqualTo(LIBM_ULPS);
            }
        } else {
            assertThat(bits(ours)).as(name).isEqualTo(bits(theirs));
        }
    }
}
