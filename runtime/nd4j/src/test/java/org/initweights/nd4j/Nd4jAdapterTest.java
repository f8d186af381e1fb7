package org.initweights.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Elements are read back by ND4J itself, by their indices. */
class Nd4jAdapterTest {

    private static final Nd4jAdapter ADAPTER = new Nd4jAdapter();
    private static final List<Initializer> RULES = List.of(normal(0, 0.5), truncNormal(0, 1, -1, 2), uniform(-3, 1));

    private static void initialize(INDArray array, Initializer rule, RandomSource random) {
        Parameters.of(p -> p.tensor("w", array, ADAPTER, rule, array.shape())).initialize(random);
    }

    /** A view of a flat vector, with other elements before and behind it. */
    private static INDArray view(DataType type, char order, long... shape) {
        long length = TensorShape.of(shape).elements();
        return Nd4j.create(type, length + 12)
                .get(NDArrayIndex.interval(5, 5 + length))
                .reshape(order, shape);
    }

    @ParameterizedTest
    @ValueSource(chars = {'c', 'f'})
    void drawsTheNumbersOfAnArrayInViewsOfEitherOrder(char order) {
        for (Initializer rule : RULES) {
            INDArray array = view(DataType.FLOAT, order, 7, 3, 130);
            float[] expected = new float[7 * 3 * 130];
            rule.fill("w", expected, TensorShape.of(7, 3, 130), RandomSource.seeded(3));

            initialize(array, rule, RandomSource.seeded(3));

            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < 3; j++) {
                    for (int k = 0; k < 130; k++) {
                        assertThat(array.getFloat(i, j, k)).isEqualTo(expected[(i * 3 + j) * 130 + k]);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'c', 'f'})
    void drawsDoublesAsDoubles(char order) {
        for (Initializer rule : RULES) {
            INDArray array = view(DataType.DOUBLE, order, 40, 60);
            double[] expected = new double[40 * 60];
            rule.fill("w", expected, TensorShape.of(40, 60), RandomSource.seeded(3));

            initialize(array, rule, RandomSource.seeded(3));

            for (int i = 0; i < 40; i++) {
                for (int j = 0; j < 60; j++) {
                    assertThat(array.getDouble(i, j)).isEqualTo(expected[i * 60 + j]);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"HALF", "BFLOAT16"})
    void drawsHalfFloatsAsFloatsThatNd4jRounds(DataType type) {
        for (char order : new char[] {'c', 'f'}) {
            INDArray singles = view(DataType.FLOAT, order, 33, 65);
            INDArray halves = view(type, order, 33, 65);

            initialize(singles, normal(0, 0.02), RandomSource.seeded(9));
            initialize(halves, normal(0, 0.02), RandomSource.seeded(9));

            double step = type == DataType.FLOAT16 ? 0x1p-11 : 0x1p-8;
            for (int i = 0; i < 33; i++) {
                for (int j = 0; j < 65; j++) {
                    double single = singles.getDouble(i, j);
                    assertThat(Math.abs(halves.getDouble(i, j) - single))
                            .isLessThanOrEqualTo(Math.abs(single) * step + 0x1p-25);
                }
            }
            assertThat(halves.stdNumber().doubleValue()).isCloseTo(0.02, within(0.001));
        }
    }

    @Test
    void writesNothingBeyondAView() {
        INDArray flat = Nd4j.create(DataType.FLOAT, 100);
        INDArray view = flat.get(NDArrayIndex.interval(20, 80)).reshape('f', 6, 10);

        initialize(view, constant(7), RandomSource.seeded(1));

        for (int i = 0; i < 100; i++) {
            assertThat(flat.getFloat(i)).isEqualTo(i >= 20 && i < 80 ? 7f : 0f);
        }
    }

    @Test
    void writesColumnsOfAMatrixAndTransposedArrays() {
        INDArray matrix = Nd4j.create(DataType.FLOAT, 8, 9);
        INDArray columns = matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(2, 5));
        float[] expected = new float[24];
        normal().fill("w", expected, TensorShape.of(8, 3), RandomSource.seeded(5));

        initialize(columns, normal(), RandomSource.seeded(5));

        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 9; j++) {
                assertThat(matrix.getFloat(i, j)).isEqualTo(j >= 2 && j < 5 ? expected[i * 3 + j - 2] : 0f);
            }
        }
        INDArray wide = Nd4j.create(DataType.FLOAT, 3, 8);
        initialize(wide.transpose(), normal(), RandomSource.seeded(5));
        assertThat(wide.getFloat(2, 7)).isEqualTo(expected[7 * 3 + 2]);
    }

    @Test
    void torchDrawsAnArrayOfFOrderInTheOrderOfItsMemory() {
        INDArray inOut = view(DataType.FLOAT, 'f', 20, 30);
        float[] outIn = new float[30 * 20];
        uniform(0, 1).fill(outIn, TensorShape.of(30, 20), RandomSource.torch(4));

        initialize(inOut, uniform(0, 1), RandomSource.torch(4));

        for (int i = 0; i < 20; i++) {
            for (int o = 0; o < 30; o++) {
                assertThat(inOut.getFloat(i, o)).isEqualTo(outIn[o * 20 + i]);
            }
        }
    }

    @Test
    void sharesMemoryOfRowMajorArraysAlone() {
        INDArray array = view(DataType.FLOAT, 'c', 4, 5);
        Optional<ByteBuffer> memory = ADAPTER.memory(array);

        assertThat(memory).isPresent();
        memory.orElseThrow().putFloat(4 * 7, 42f);
        assertThat(array.getFloat(1, 2)).isEqualTo(42f);
        assertThat(memory.orElseThrow().remaining()).isEqualTo(80);
        assertThat(ADAPTER.memory(view(DataType.FLOAT, 'f', 4, 5))).isEmpty();
        assertThat(ADAPTER.memory(Nd4j.create(DataType.FLOAT, 4, 5).transpose()))
                .isEmpty();
        assertThat(ADAPTER.memory(view(DataType.FLOAT16, 'f', 1, 5))).isPresent();
    }

    @Test
    void readsAndPutsPiecesThatBeginAnywhere() {
        for (INDArray array : List.of(
                view(DataType.DOUBLE, 'f', 3, 4, 5),
                view(DataType.DOUBLE, 'c', 3, 4, 5),
                Nd4j.create(DataType.DOUBLE, 5, 4, 3).permute(2, 1, 0))) {
            for (int i = 0; i < 60; i++) {
                array.putScalar(new int[] {i / 20, i / 5 % 4, i % 5}, i);
            }
            for (int from = 0; from < 60; from++) {
                for (int count = 0; count <= 60 - from; count++) {
                    double[] read = new double[count];
                    ADAPTER.read(array, from, read, count);
                    for (int i = 0; i < count; i++) {
                        assertThat(read[i]).isEqualTo(from + i);
                    }
                }
            }
            ADAPTER.put(array, 18, new double[] {-18, -19, -20, -21, 99}, 4);
            assertThat(array.getDouble(0, 3, 3)).isEqualTo(-18);
            assertThat(array.getDouble(1, 0, 1)).isEqualTo(-21);
            assertThat(array.getDouble(1, 0, 2)).isEqualTo(22);
        }
    }

    @Test
    void knowsScalarsAndArraysWithoutElements() {
        INDArray scalar = Nd4j.scalar(DataType.FLOAT, 0f);
        initialize(scalar, constant(3), RandomSource.seeded(1));
        assertThat(scalar.getFloat(0)).isEqualTo(3f);

        INDArray none = Nd4j.create(DataType.FLOAT, 0, 3);
        initialize(none, normal(), RandomSource.seeded(1));
        assertThat(ADAPTER.elements(none)).isZero();
    }

    @Test
    void allocatesWhatNd4jHasAsItsTypeOutsideOfWorkspaces() throws Exception {
        INDArray allocated;
        try (AutoCloseable workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace("allocation")) {
            assertThat(workspace).isNotNull();
            allocated = ADAPTER.allocate(TensorShape.of(2, 3));
        }
        assertThat(allocated.isAttached()).isFalse();
        assertThat(allocated.shape()).containsExactly(2, 3);
        assertThat(ADAPTER.dtype(allocated)).isEqualTo(DType.F32);
    }

    @Test
    void oneArrayUnderTwoWrappersIsOneParameter() {
        INDArray flat = Nd4j.create(DataType.FLOAT, 20);
        Parameters tied = Parameters.of(p -> p.tensor("wte.weight", flat.reshape('c', 4, 5), ADAPTER, normal(), 4, 5)
                .tensor("head.weight", flat.reshape('c', 4, 5), ADAPTER, normal(), 4, 5));

        assertThat(tied.size()).isEqualTo(1);
        assertThat(tied.get("wte.weight").names()).containsExactly("wte.weight", "head.weight");
    }

    @Test
    void isFoundWithoutBeingNamed() throws Exception {
        assertThat(new String(
                        Nd4jAdapter.class
                                .getResourceAsStream("/org/initweights/adapters/"
                                        + INDArray.class.getName().replace('.', '/'))
                                .readAllBytes(),
                        StandardCharsets.UTF_8))
                .isEqualTo(Nd4jAdapter.class.getName() + "\n");
    }
}
