package org.initweights.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** Parameters that are in the same memory. */
class SharedMemoryTest {

    private static final TensorShape MATRIX = TensorShape.of(3, 2);

    private static Parameters collect(Consumer<ParameterCollector> model) {
        return ParameterCollector.collect(new Object(), (object, parameters) -> model.accept(parameters));
    }

    private static void refused(String message, Consumer<ParameterCollector> model) {
        assertThatIllegalArgumentException().isThrownBy(() -> collect(model)).withMessage(message);
    }

    private static void buffer(
            ParameterCollector parameters, String name, FloatBuffer buffer, Initializer initializer) {
        parameters.add(name, TensorType.FLOAT_BUFFER, buffer, TensorShape.of(buffer.capacity()), initializer);
    }

    @Test
    void refusesRowsThatAreOneArray() {
        float[][] rows = new float[3][];
        Arrays.fill(rows, new float[2]);
        refused(
                "nested: its rows 0, 1 and 2 are one array; make a new array for each row",
                p -> p.add("nested", TensorType.nested(float[][].class), rows, MATRIX, normal(0, 1)));
        double[] row = new double[2];
        double[][][] deep = {{new double[2], row}, {new double[2], row}};
        refused(
                "deep: its rows [0][1] and [1][1] are one array; make a new array for each row",
                p -> p.add("deep", TensorType.nested(double[][][].class), deep, TensorShape.of(2, 2, 2), normal(0, 1)));
        float[][] tall = new float[20][];
        Arrays.fill(tall, new float[2]);
        refused(
                "tall: its rows 0, 1, 2, 3, 4, 5, 6, … (20 altogether) are one array; make a new array for each row",
                p -> p.add("tall", TensorType.nested(float[][].class), tall, TensorShape.of(20, 2), normal(0, 1)));
    }

    @Test
    void refusesARowOfAnotherParameter() {
        float[][] first = new float[3][2];
        float[][] second = {new float[2], first[2], new float[2]};
        refused(
                "b: shares memory with a, so one would overwrite the other: row 1 is row 2 of a; "
                        + "give each memory of its own, or @Skip the one that is only a view",
                p -> {
                    p.add("a", TensorType.nested(float[][].class), first, MATRIX, normal(0, 1));
                    p.add("b", TensorType.nested(float[][].class), second, MATRIX, normal(0, 1));
                });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(p -> {
                    p.add("a", TensorType.nested(float[][].class), first, MATRIX, normal(0, 1));
                    p.add("bias", TensorType.FLOATS, first[1], TensorShape.of(2), zeros());
                }))
                .withMessageContaining("bias: shares memory with a")
                .withMessageContaining("elements 0 : 2 are row 1 of a");
    }

    @Test
    void rowsWithoutElementsMayBeShared() {
        float[][] rows = new float[3][];
        Arrays.fill(rows, new float[0]);
        assertThat(collect(p -> p.add("w", TensorType.nested(float[][].class), rows, TensorShape.of(3, 0), zeros()))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void refusesViewsThatOverlapInTheHeap() {
        float[] array = new float[10];
        FloatBuffer whole = FloatBuffer.wrap(array);
        refused(
                "b: shares memory with a, so one would overwrite the other: elements 0 : 2 are elements 2 : 4 of a; "
                        + "give each memory of its own, or @Skip the one that is only a view",
                p -> {
                    buffer(p, "a", whole.slice(0, 4), ones());
                    buffer(p, "b", whole.slice(2, 4), ones());
                });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(p -> {
                    p.add("array", TensorType.FLOATS, array, TensorShape.of(10), ones());
                    buffer(p, "view", whole.slice(8, 2), ones());
                }))
                .withMessageContaining("view")
                .withMessageContaining("elements 0 : 2 are elements 8 : 10 of array");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(p -> {
                    buffer(p, "view", whole.slice(8, 2), ones());
                    p.add("array", TensorType.FLOATS, array, TensorShape.of(10), ones());
                }))
                .withMessageContaining("elements 8 : 10 are elements 0 : 2 of view");
        assertThat(collect(p -> {
                            buffer(p, "c", whole.slice(6, 4), ones());
                            buffer(p, "a", whole.slice(0, 3), ones());
                            buffer(p, "b", whole.slice(3, 3), ones());
                        })
                        .size())
                .isEqualTo(3);
    }

    @Test
    void refusesViewsThatOverlapOutsideTheHeap() {
        ByteBuffer bytes = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
        FloatBuffer whole = bytes.asFloatBuffer();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(p -> {
                    buffer(p, "a", whole.slice(4, 4), ones());
                    buffer(p, "c", whole.slice(8, 4), ones());
                    buffer(p, "b", whole.slice(7, 1), ones());
                }))
                .withMessageContaining("b: shares memory with a")
                .withMessageContaining("elements 0 : 1 are elements 3 : 4 of a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(p -> {
                    buffer(p, "a", whole, ones());
                    p.add("d", TensorType.DOUBLE_BUFFER, bytes.asDoubleBuffer().slice(1, 2), TensorShape.of(2), ones());
                }))
                .withMessageContaining("elements 0 : 2 are elements 2 : 6 of a");
        Parameters apart = collect(p -> {
            buffer(p, "a", whole.slice(0, 8), ones());
            buffer(p, "b", whole.slice(8, 8), ones());
        });
        assertThat(apart.size()).isEqualTo(2);
    }

    @Test
    void oneTensorIsOneParameterWithAllItsNames() {
        float[] weight = new float[6];
        FloatBuffer buffer = FloatBuffer.allocate(6);
        Parameters parameters = collect(p -> {
            p.add("embed.weight", TensorType.FLOATS, weight, MATRIX, normal(0, 0.02));
            buffer(p, "first", buffer, ones());
            p.add("head.weight", TensorType.FLOATS, weight, MATRIX, normal(0, 0.02));
            p.add("alias.weight", TensorType.FLOATS, weight, MATRIX, normal(0, 0.02));
            buffer(p, "second", buffer.duplicate(), ones());
        });
        assertThat(parameters.size()).isEqualTo(2);
        assertThat(parameters.get("embed.weight").names())
                .containsExactly("embed.weight", "head.weight", "alias.weight");
        assertThat(parameters.get("embed.weight").with(zeros()).names()).hasSize(3);
        assertThat(parameters.get("first").names()).containsExactly("first", "second");
    }

    @Test
    void saysWhatDiffersOfOneTensor() {
        float[] weight = new float[8];
        refused(
                "head.weight: the same storage as embed.weight, which has the shape [4, 2], not [2, 4]; "
                        + "@Skip the one that is only another name",
                p -> {
                    p.add("embed.weight", TensorType.FLOATS, weight, TensorShape.of(4, 2), normal(0, 0.02));
                    p.add("head.weight", TensorType.FLOATS, weight, TensorShape.of(2, 4), normal(0, 0.02));
                });
        refused(
                "head.weight: the same storage as embed.weight, which has the shape [4, 2], not [2, 4] and starts as "
                        + "N(0, 0.02²), not as 1; @Skip the one that is only another name",
                p -> {
                    p.add("embed.weight", TensorType.FLOATS, weight, TensorShape.of(4, 2), normal(0, 0.02));
                    p.add("head.weight", TensorType.FLOATS, weight, TensorShape.of(2, 4), ones());
                });
        short[] halves = new short[2];
        refused("b: the same storage as a, which holds BF16, not F16; @Skip the one that is only another name", p -> {
            p.add("a", TensorType.BF16, halves, TensorShape.of(2), ones());
            p.add("b", TensorType.FP16, halves, TensorShape.of(2), ones());
        });
    }

    @Test
    void nothingIsWrittenWhereItIsRefused() {
        float[] array = {5, 5, 5};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(p -> {
                            p.add("a", TensorType.FLOATS, array, TensorShape.of(3), ones());
                            buffer(p, "b", FloatBuffer.wrap(array).slice(0, 2), ones());
                        })
                        .initialize(1));
        assertThat(array).containsOnly(5);
    }
}
