package org.initweights.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.uniform;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.initializer.NormalInitializer;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.initweights.InitializationException;
import org.initweights.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DjlInitializerTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private static Block twoEqualLayers() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(16).build())
                .add(Linear.builder().setUnits(16).build());
    }

    private static float[] weight(Block block, int layer) {
        return block.getChildren()
                .valueAt(layer)
                .getParameters()
                .get("weight")
                .getArray()
                .toFloatArray();
    }

    @Test
    void lazilyShapedBlocksDrawTheEnginesNumbers() {
        Block ours = twoEqualLayers();
        ours.setInitializer(DjlInitializer.of(normal(0, 0.5), RandomSource.torch(11)), Parameter.Type.WEIGHT);
        ours.initialize(manager, DataType.FLOAT32, new Shape(1, 16));
        Block theirs = twoEqualLayers();
        theirs.setInitializer(new NormalInitializer(0.5f), Parameter.Type.WEIGHT);
        Engine.getInstance().setRandomSeed(11);
        theirs.initialize(manager, DataType.FLOAT32, new Shape(1, 16));
        assertThat(weight(ours, 0)).containsExactly(weight(theirs, 0));
        assertThat(weight(ours, 1)).containsExactly(weight(theirs, 1));
    }

    @Test
    void equalLayersStartDifferently() {
        Block block = twoEqualLayers();
        block.setInitializer(DjlInitializer.of(kaimingNormal(), RandomSource.sequence(11)), Parameter.Type.WEIGHT);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 16));
        assertThat(weight(block, 0)).isNotEqualTo(weight(block, 1));
    }

    @Test
    void aSourceThatGoesByNamesIsRefused() {
        Block block = twoEqualLayers();
        block.setInitializer(DjlInitializer.of(normal(0, 1), RandomSource.seeded(1)), Parameter.Type.WEIGHT);
        int before = manager.getManagedArrays().size();
        assertThatThrownBy(() -> block.initialize(manager, DataType.FLOAT32, new Shape(1, 16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RandomSource.sequence(seed)");
        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT32", "FLOAT64", "FLOAT16"})
    void drawsInEachType(DataType type) {
        NDArray array =
                DjlInitializer.of(uniform(2, 3), RandomSource.sequence(1)).initialize(manager, new Shape(20, 3), type);
        assertThat(array.getDataType()).isEqualTo(type);
        assertThat(DoubleStream.of(array.toType(DataType.FLOAT64, true).toDoubleArray())
                        .boxed())
                .allMatch(value -> value >= 2 && value <= 3)
                .hasSize(60)
                .satisfies(values -> assertThat(Set.copyOf(values)).hasSizeGreaterThan(50));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT32", "FLOAT64", "FLOAT16"},
            mode = EnumSource.Mode.EXCLUDE)
    void otherTypesAreRefusedBeforeTheEngineMeetsThem(DataType type) {
        assertThatThrownBy(() -> DjlInitializer.of(normal(0, 1), RandomSource.sequence(1))
                        .initialize(manager, new Shape(3), type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(type.toString())
                .hasMessageContaining("FLOAT32");
    }

    @Test
    void whatDoesNotFitTheShapeIsRefused() {
        assertThatThrownBy(() -> DjlInitializer.of(orthogonal(), RandomSource.sequence(1))
                        .initialize(manager, new Shape(3), DataType.FLOAT32))
                .isInstanceOf(InitializationException.class);
        assertThatThrownBy(() -> DjlInitializer.of(normal(0, 1), RandomSource.sequence(1))
                        .initialize(manager, new Shape(-1, 3), DataType.FLOAT32))
                .isInstanceOf(InitializationException.class)
                .hasMessageContaining("-1");
        assertThat(manager.getManagedArrays()).isEmpty();
    }
}
