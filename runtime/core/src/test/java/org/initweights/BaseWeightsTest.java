package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.testing.MadeTensor.made;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.initweights.testing.BaseFile;
import org.initweights.testing.Normals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of stored tensors, and everything that is made of them by threads and plans. */
class BaseWeightsTest {

    @TempDir
    Path folder;

    private BaseWeights base;

    private final double[] matrix = Normals.of(1, 7 * 5);
    private final double[] cube = Normals.of(2, 4 * 3 * 2);

    @BeforeEach
    void write() throws IOException {
        base = Initializers.from(new BaseFile()
                .doubles("matrix", matrix, 7, 5)
                .floats("cube", cube, 4, 3, 2)
                .doubles("scalar", new double[] {3})
                .doubles("empty", new double[0], 0, 5)
                .write(folder.resolve("base.safetensors")));
    }

    @Test
    void copiesAreTheElements() {
        assertThat(made(base.copy("matrix"), 7, 5)).isEqualTo(matrix);
        assertThat(made(base.copy("scalar"))).containsExactly(3);
        assertThat(made(base.copy("empty"), 0, 5)).isEmpty();
        assertThat(made(base.copy("cube"), 4, 3, 2))
                .isEqualTo(Arrays.stream(cube).map(value -> (float) value).toArray());
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void copiesAreRoundedToTheTypeOfTheParameter(DType dtype) {
        Weights weights = Weights.of(w -> w.tensor("w", dtype, base.copy("matrix"), 7, 5)
                        .tensor("same", dtype, Initializers.zeros(), 7, 5))
                .initialize(1);
        for (int i = 0; i < matrix.length; i++) {
            double relative = switch (dtype) {
                case F64 -> 0;
                case F32 -> 0x1p-24;
                case F16 -> 0x1p-11;
                case BF16 -> 0x1p-8;
                case I32, I64 -> throw new AssertionError(dtype);
            };
            assertThat(weights.get("w").get(i))
                    .isCloseTo(matrix[i], offset(Math.abs(matrix[i]) * relative + Double.MIN_VALUE));
        }
    }

    /** Everything at once, by one thread and by several, in memory and in a file by way of a plan's text. */
    @Test
    void theSameSeedGivesTheSameBytesOnAnyThreadsAndFromAPlan() throws IOException {
        double[] large = Normals.of(11, 600 * 130);
        BaseWeights stored = Initializers.from(new BaseFile()
                .doubles("large", large, 600, 130)
                .floats("cube", cube, 4, 3, 2)
                .write(folder.resolve("l.safetensors")));
        Weights one = everything(stored);
        one.parameters().initialize(RandomSource.seeded(9), Execution.serial());
        Weights many = everything(stored);
        many.parameters().initialize(RandomSource.seeded(9), Execution.on(new ForkJoinPool(4), 4));
        Path saved = folder.resolve("saved.safetensors");
        one.parameters().save(saved);
        Path plan = folder.resolve("plan.json");
        Plan.of(everything(stored).parameters()).write(plan);
        Path planned = folder.resolve("planned.safetensors");
        Plan.read(plan).initialize(planned, RandomSource.seeded(9));
        for (Parameter parameter : one.parameters()) {
            Parameter other = many.get(parameter.name());
            for (long i = 0; i < parameter.elements(); i++) {
                assertThat(other.get(i)).as(parameter.name()).isEqualTo(parameter.get(i));
            }
        }
        assertThat(planned).hasSameBinaryContentAs(saved);
    }

    private static Weights everything(BaseWeights stored) {
        return Weights.of(w -> w.tensor("copy", stored.copy("large"), 600, 130)
                .tensor("half", DType.BF16, stored.copy("large"), 600, 130)
                .tensor("experts", stored.experts("large", 0.01), 2, 600, 130)
                .tensor("resized", stored.resized("large"), 700, 130)
                .tensor("wide.out", stored.widened("x", 3).outChannels("large"), 999, 130)
                .tensor("wide.in", stored.widened("x", 3).inChannels("large"), 600, 150)
                .tensor("pissa.a", stored.pissa("large", 8, 2).a(), 8, 130)
                .tensor("pissa.b", stored.pissa("large", 8, 2).b(), 600, 8)
                .tensor("pissa.rest", stored.pissa("large", 8, 2).residual(), 600, 130)
                .tensor("olora.a", stored.olora("large", 8, 2).a(), 8, 130)
                .tensor("sliced", stored.copy("cube").withRows(1, 2, Initializers.zeros()), 4, 3, 2));
    }
}
