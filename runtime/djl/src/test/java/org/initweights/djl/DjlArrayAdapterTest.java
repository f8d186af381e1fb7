package org.initweights.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DjlArrayAdapterTest {

    private final NDManager manager = NDManager.newBaseManager();
    private final DjlArrayAdapter adapter = new DjlArrayAdapter();

    @AfterEach
    void close() {
        manager.close();
    }

    private Parameters over(NDArray array, Initializer initializer) {
        return Parameters.of(p -> p.tensor(
                "layer.weight", array, adapter, initializer, array.getShape().getShape()));
    }

    private static double[] doubles(NDArray array) {
        return array.toType(DataType.FLOAT64, true).toDoubleArray();
    }

    @Test
    void theKernelsWriteTheMemoryOfAContiguousArray() {
        NDArray array = manager.zeros(new Shape(2, 3));
        adapter.memory(array).orElseThrow().putFloat(5 * Float.BYTES, 7);
        assertThat(array.getFloat(1, 2)).isEqualTo(7);
    }

    @Test
    void aContiguousPartOfALargerArrayHasMemoryToo() {
        NDArray whole = manager.zeros(new Shape(4, 3));
        over(whole.get(new NDIndex("1:3")), normal(5, 0.01)).initialize(1);
        assertThat(whole.toFloatArray()).startsWith(0, 0, 0).endsWith(0, 0, 0);
        assertThat(Arrays.copyOfRange(whole.toFloatArray(), 3, 9)).doesNotContain(0);
    }

    @Test
    void drawsTheEnginesNormals() {
        Engine.getInstance().setRandomSeed(3);
        NDArray theirs = manager.randomNormal(0, 0.5f, new Shape(33, 17), DataType.FLOAT32);
        NDArray ours = manager.zeros(new Shape(33, 17));
        over(ours, normal(0, 0.5)).initialize(RandomSource.torch(3));
        assertThat(ours.toFloatArray()).containsExactly(theirs.toFloatArray());
    }

    @Test
    void halfFloatsAreThoseOfShorts() {
        short[] shorts = new short[33 * 17];
        normal(0, 0.5).fill("layer.weight", shorts, HalfFormat.FP16, TensorShape.of(33, 17), RandomSource.seeded(3));
        NDArray array = manager.zeros(new Shape(33, 17), DataType.FLOAT16);
        over(array, normal(0, 0.5)).initialize(3);
        short[] bits = new short[shorts.length];
        array.toByteBuffer().order(ByteOrder.nativeOrder()).asShortBuffer().get(bits);
        assertThat(bits).containsExactly(shorts);
    }

    @Test
    void drawsTheEnginesUniformDoubles() {
        Engine.getInstance().setRandomSeed(3);
        NDArray theirs = manager.randomUniform(-0.5f, 0.5f, new Shape(33, 17), DataType.FLOAT64);
        NDArray ours = manager.zeros(new Shape(33, 17), DataType.FLOAT64);
        over(ours, uniform(-0.5, 0.5)).initialize(RandomSource.torch(3));
        assertThat(ours.toDoubleArray()).containsExactly(theirs.toDoubleArray());
    }

    @Test
    void theEnginesBufferOfATransposedArrayIsACopySoThereIsNoMemory() {
        NDArray array = manager.arange(6f).reshape(2, 3).transpose();
        array.toByteBuffer(true).asFloatBuffer().put(0, 99);
        assertThat(array.toFloatArray()).doesNotContain(99);
        assertThat(adapter.memory(array)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT32", "FLOAT64", "FLOAT16"})
    void arraysInAnotherOrderAreWrittenToo(DataType type) {
        NDArray plain = manager.zeros(new Shape(5, 4, 3), type);
        NDArray turned = manager.zeros(new Shape(4, 3, 5), type).transpose(2, 0, 1);
        turned.setRequiresGradient(true);
        for (Initializer initializer : List.of(normal(0, 1), truncNormal(0, 1, -2, 2))) {
            over(plain, initializer).initialize(9);
            over(turned, initializer).initialize(9);
            assertThat(doubles(turned)).containsExactly(doubles(plain));
        }
        assertThat(turned.hasGradient()).isTrue();
    }

    @Test
    void torchNumbersFollowTheOrderInMemory() {
        Engine.getInstance().setRandomSeed(4);
        NDArray theirs = manager.randomUniform(-1, 1, new Shape(40, 30, 5)).transpose(1, 2, 0);
        NDArray ours = manager.zeros(new Shape(40, 30, 5)).transpose(1, 2, 0);
        over(ours, uniform(-1, 1)).initialize(RandomSource.torch(4));
        assertThat(ours.toFloatArray()).containsExactly(theirs.toFloatArray());
    }

    @Test
    void stridesAreThoseOfTheTransposition() {
        NDArray array = manager.zeros(new Shape(4, 1, 3, 5));
        assertThat(adapter.strides(array, TensorShape.of(4, 1, 3, 5))).containsExactly(15, 15, 5, 1);
        assertThat(adapter.strides(array.transpose(3, 0, 2, 1), TensorShape.of(5, 4, 3, 1)))
                .startsWith(1, 15, 5);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT32", "FLOAT64", "FLOAT16"})
    void readsAndPutsAnyRange(DataType type) {
        NDArray array = manager.zeros(new Shape(3, 5, 2), type).transpose(1, 2, 0);
        double[] expected = new double[30];
        int step = 0;
        for (int from = 0; from < 30; from++) {
            for (int count = 0; from + count <= 30; count++) {
                float[] values = new float[count + 1];
                for (int i = 0; i < count; i++) {
                    values[i] = ++step % 1000;
                    expected[from + i] = values[i];
                }
                if (step % 2 == 0) {
                    adapter.put(array, from, values, count);
                } else {
                    double[] wide = new double[count + 1];
                    Arrays.setAll(wide, i -> values[i]);
                    adapter.put(array, from, wide, count);
                }
                float[] read = new float[count];
                adapter.read(array, from, read, count);
                assertThat(read).containsExactly(Arrays.copyOf(values, count));
            }
        }
        double[] all = new double[30];
        adapter.read(array, 0, all, 30);
        assertThat(all).containsExactly(expected).containsExactly(doubles(array));
        assertThat(adapter.get(array, 17)).isEqualTo(expected[17]);
    }

    @Test
    void whatIsWrittenIsNotTiedToTheBuffer() {
        NDArray array = manager.zeros(new Shape(2, 2)).transpose();
        ByteBuffer all = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
        all.asFloatBuffer().put(new float[] {1, 2, 3, 4});
        adapter.write(array, all);
        all.putFloat(0, 99);
        assertThat(array.toFloatArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void scalarsAndEmptyArraysArePossible() {
        NDArray scalar = manager.create(3f);
        over(scalar, normal(7, 0.001)).initialize(1);
        assertThat(scalar.getFloat()).isBetween(6.9f, 7.1f);
        over(manager.create(new Shape(0, 3)), normal(0, 1)).initialize(1);
    }

    @Test
    void nothingIsLeftInTheManager() {
        NDArray array = manager.zeros(new Shape(4, 3)).transpose();
        int before = manager.getManagedArrays().size();
        over(array, normal(0, 1)).initialize(RandomSource.torch(1));
        adapter.get(array, 3);
        adapter.memory(manager.zeros(new Shape(2)));
        assertThat(manager.getManagedArrays()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"INT64", "INT32", "UINT8", "BOOLEAN"})
    void otherTypesAreRefusedByTheParametersName(DataType type) {
        NDArray array = manager.zeros(new Shape(4), type);
        assertThatThrownBy(() -> over(array, normal(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("layer.weight [4]: ")
                .hasMessageContaining(type.toString())
                .hasMessageContaining("toType(DataType.FLOAT32, true)");
    }

    @Test
    void aClosedArrayIsRefusedAndTheOthersAreNotWritten() {
        NDArray first = manager.zeros(new Shape(4));
        NDArray second = manager.zeros(new Shape(4));
        Parameters parameters = Parameters.of(p -> p.tensor("first", first, adapter, normal(0, 1), 4)
                .tensor("layer.weight", second, adapter, normal(0, 1), 4));
        second.close();
        assertThatThrownBy(() -> parameters.initialize(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("layer.weight")
                .hasMessageContaining("closed");
        assertThat(first.toFloatArray()).containsOnly(0);
        assertThatThrownBy(() -> over(second, normal(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("layer.weight [4]: the NDArray is closed");
    }

    @Test
    void aSparseArrayIsRefused() {
        NDArray array =
                manager.createCoo(FloatBuffer.wrap(new float[] {1, 2}), new long[][] {{0, 1}, {0, 1}}, new Shape(2, 2));
        assertThatThrownBy(() -> over(array, normal(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("layer.weight [2, 2]: the NDArray is sparse")
                .hasMessageContaining("toDense()");
    }

    @Test
    void aBroadcastArrayIsRefused() {
        NDArray array = manager.zeros(new Shape(3, 1)).broadcast(new Shape(3, 4));
        assertThatThrownBy(() -> over(array, normal(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("layer.weight [3, 4]: ")
                .hasMessageContaining("broadcast")
                .hasMessageContaining("duplicate()");
    }

    @Test
    void anArrayInAnotherOrderHasItsOwnShapeOnly() {
        NDArray array = manager.zeros(new Shape(3, 4)).transpose();
        assertThatThrownBy(() -> Parameters.of(p -> p.tensor("layer.weight", array, adapter, normal(0, 1), 12)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("layer.weight [12]: ")
                .hasMessageContaining("duplicate()");
    }

    @Test
    void tiedArraysAreOneParameterWithTwoNames() {
        NDArray array = manager.zeros(new Shape(3, 4));
        NDArray other = array.stopGradient();
        Parameters parameters = Parameters.of(p -> p.tensor("embedding.weight", array, adapter, normal(0, 1), 3, 4)
                .tensor("head.weight", other, adapter, normal(0, 1), 3, 4));
        assertThat(parameters.size()).isEqualTo(1);
        assertThat(parameters.get("embedding.weight").names()).containsExactly("embedding.weight", "head.weight");
    }

    @Test
    void typesOfElementsAreTheArrays() {
        assertThat(adapter.dtype(manager.zeros(new Shape(1), DataType.FLOAT32))).isEqualTo(DType.F32);
        assertThat(adapter.dtype(manager.zeros(new Shape(1), DataType.FLOAT64))).isEqualTo(DType.F64);
        assertThat(adapter.dtype(manager.zeros(new Shape(1), DataType.FLOAT16))).isEqualTo(DType.F16);
        assertThat(adapter.dtype(adapter.allocate(TensorShape.of(1)))).isEqualTo(DType.F32);
    }
}
