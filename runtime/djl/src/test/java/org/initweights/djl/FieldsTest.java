package org.initweights.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.initweights.RandomSource;
import org.initweights.TensorAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotated models with DJL's types as fields. */
class FieldsTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void arraysAreWrittenAndAllocated() {
        FieldModels.Arrays model = new FieldModels.Arrays(manager, DataType.FLOAT32);
        FieldModels_ArraysInit.initWeights(model, RandomSource.torch(3));
        Engine.getInstance().setRandomSeed(3);
        assertThat(model.weight.toFloatArray())
                .containsExactly(manager.randomNormal(0, 2, new Shape(3, 4), DataType.FLOAT32)
                        .toFloatArray());
        try (NDArray bias = Objects.requireNonNull(model.bias)) {
            assertThat(bias.toFloatArray()).containsExactly(0, 0, 0);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT64", "FLOAT16"})
    void arraysOfOtherTypesAreDrawnInTheirType(DataType type) {
        FieldModels.Arrays model = new FieldModels.Arrays(manager, type);
        FieldModels_ArraysInit.initWeights(model, 3);
        assertThat(model.weight.getDataType()).isEqualTo(type);
        assertThat(model.weight.toType(DataType.FLOAT64, true).toDoubleArray()).doesNotContain(1);
    }

    @Test
    void parametersOfBlocksInBlocksStartAsTheEngineSays() {
        FieldModels.Pair model = new FieldModels.Pair();
        model.first.initialize(manager, DataType.FLOAT32, new Shape(1, 4));
        model.second.initialize(manager, DataType.FLOAT32, new Shape(1, 8));
        FieldModels_PairInit.initWeights(model, RandomSource.torch(8));
        Engine.getInstance().setRandomSeed(8);
        float first = (float) (1 / Math.sqrt(4));
        float second = (float) (1 / Math.sqrt(8));
        assertThat(model.first.weight.getArray().toFloatArray())
                .containsExactly(
                        manager.randomUniform(-first, first, new Shape(8, 4)).toFloatArray());
        assertThat(model.second.weight.getArray().toFloatArray())
                .containsExactly(
                        manager.randomUniform(-second, second, new Shape(8, 8)).toFloatArray());
        NDArray output = model.first
                .forward(new ParameterStore(manager, false), new NDList(manager.ones(new Shape(1, 4))), false)
                .singletonOrThrow();
        assertThat(output.toFloatArray()).hasSize(8).doesNotContain(0);
    }

    @Test
    void aParameterWithoutArrayIsRefusedByItsFullName() {
        FieldModels.Pair model = new FieldModels.Pair();
        model.first.initialize(manager, DataType.FLOAT32, new Shape(1, 4));
        float[] before = model.first.weight.getArray().toFloatArray();
        assertThatThrownBy(() -> FieldModels_PairInit.initWeights(model, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("second.weight [8, 8]: ")
                .hasMessageContaining("block.initialize(manager, DataType.FLOAT32, inputShape)");
        assertThat(model.first.weight.getArray().toFloatArray()).containsExactly(before);
    }

    @Test
    void bothTypesAreRegistered() throws IOException, ReflectiveOperationException {
        for (Class<?> type : new Class<?>[] {NDArray.class, ai.djl.nn.Parameter.class}) {
            try (InputStream file = getClass()
                    .getResourceAsStream(
                            "/org/initweights/adapters/" + type.getName().replace('.', '/'))) {
                String name = new String(
                                Objects.requireNonNull(file, type.getName()).readAllBytes(), StandardCharsets.UTF_8)
                        .strip();
                assertThat(Class.forName(name).getConstructor().newInstance()).isInstanceOf(TensorAdapter.class);
            }
        }
    }
}
