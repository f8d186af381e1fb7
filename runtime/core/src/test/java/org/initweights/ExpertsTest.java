package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.testing.MadeTensor.made;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.initweights.testing.BaseFile;
import org.initweights.testing.Normals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Experts that begin as copies of a dense layer, against what stands in the file. */
class ExpertsTest {

    @TempDir
    Path folder;

    /** Longer than a piece, so that pieces of a copy end within the tensor. */
    @Test
    void manyExpertsAreManyCopies() throws IOException {
        double[] dense = Normals.of(3, 300 * 333);
        BaseWeights large = Initializers.from(
                new BaseFile().doubles("mlp", dense, 300, 333).write(folder.resolve("large.safetensors")));
        double[] experts = made(large.experts("mlp"), 3, 300, 333);
        for (int expert = 0; expert < 3; expert++) {
            assertThat(Arrays.copyOfRange(experts, expert * dense.length, (expert + 1) * dense.length))
                    .isEqualTo(dense);
        }
        assertThat(made(large.experts("mlp"), 300, 333)).isEqualTo(dense);
        assertThat(made(large.experts("mlp"), 0, 300, 333)).isEmpty();
    }

    /** What is added is what normal(0, 0.1) draws: few elements, and so many that sources draw them in another way. */
    @ParameterizedTest
    @MethodSource("org.initweights.EverySource#suppliers")
    void noiseIsDrawnAsANormalParameter(Supplier<RandomSource> source) throws IOException {
        double[] dense = Normals.of(3, 999);
        BaseWeights stored = Initializers.from(new BaseFile()
                .doubles("few", Arrays.copyOf(dense, 9), 9)
                .doubles("many", dense, 999)
                .write(folder.resolve("noise.safetensors")));
        for (DType dtype : new DType[] {DType.F32, DType.F64}) {
            for (String name : new String[] {"few", "many"}) {
                long size = name.equals("few") ? 9 : 999;
                Weights noisy = Weights.of(w -> w.tensor("w", dtype, stored.experts(name, 0.1), 2, size))
                        .initialize(source.get());
                Weights plain = Weights.of(w -> w.tensor("w", dtype, Initializers.normal(0, 0.1), 2, size))
                        .initialize(source.get());
                for (int i = 0; i < 2 * size; i++) {
                    assertThat(noisy.get("w").get(i) - dense[(int) (i % size)])
                            .isCloseTo(plain.get("w").get(i), offset(1e-6));
                }
            }
        }
    }

    @Test
    void noiseOfExpertsIsNormalAndDiffersBetweenThem() throws IOException {
        double[] dense = Normals.of(3, 40_000);
        BaseWeights large = Initializers.from(
                new BaseFile().doubles("mlp", dense, 200, 200).write(folder.resolve("large.safetensors")));
        double[] experts = made(large.experts("mlp", 0.1), 2, 200, 200);
        double[] plain = made(Initializers.normal(0, 0.1), 2, 200, 200);
        for (int i = 0; i < experts.length; i++) {
            assertThat(experts[i] - dense[i % dense.length]).isCloseTo(plain[i], offset(1e-14));
        }
        // The standard error of the variance of 80,000 normals is 0.5 %: seven of them.
        double square = 0;
        for (int i = 0; i < experts.length; i++) {
            square += Math.pow(experts[i] - dense[i % dense.length], 2);
        }
        assertThat(square / experts.length).isCloseTo(0.01, offset(0.00035));
    }
}
