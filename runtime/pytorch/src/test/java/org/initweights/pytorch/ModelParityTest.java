package org.initweights.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole models start, in every float type, to the bit as their own constructors start them after {@code torch.manual_seed}. */
class ModelParityTest {

    private static final int SEEDS = 100;

    static Stream<Arguments> models() {
        return Stream.of(ScalarType.Float, ScalarType.Double, ScalarType.BFloat16, ScalarType.Half)
                .flatMap(type -> Stream.of(
                        Arguments.of("CNN", type, (Supplier<Module>) Models.Cnn::new),
                        Arguments.of("encoder", type, (Supplier<Module>) Models.Encoder::new),
                        Arguments.of("LSTM", type, (Supplier<Module>) Models.Recurrent::new)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("models")
    @SuppressWarnings("try") // The scope frees what the block makes.
    void areTheSame(String name, ScalarType type, Supplier<Module> constructor) {
        long elements = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            try (PointerScope scope = new PointerScope()) {
                torch.manual_seed(seed);
                Map<String, Tensor> theirs = LibTorch.tensors(LibTorch.withDefault(type, constructor));
                float next = LibTorch.floats(torch.rand(1))[0];

                Module model = LibTorch.withDefault(type, constructor);
                RandomSource source = LibTorch.source(seed);
                TorchModules.parameters(model).initialize(source);

                Map<String, Tensor> ours = LibTorch.tensors(model);
                assertThat(ours.keySet()).isEqualTo(theirs.keySet());
                for (String parameter : theirs.keySet()) {
                    LibTorch.assertSame(
                            parameter + " after manual_seed(" + seed + ")",
                            LibTorch.tensor(model, parameter),
                            theirs.get(parameter));
                    elements += theirs.get(parameter).numel();
                }
                assertThat(next(source)).as("the generator afterwards").isEqualTo(next);
            }
        }
        assertThat(elements).isGreaterThan(100L * SEEDS);
    }

    private static float next(RandomSource source) {
        float[] one = new float[1];
        Initializers.uniform().fill(one, TensorShape.of(1), source);
        return one[0];
    }
}
