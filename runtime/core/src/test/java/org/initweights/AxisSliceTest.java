package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.Initializers.zeros;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Slices of any axis, with steps and interleaved: against loops over coordinates, and against themselves in pieces. */
class AxisSliceTest {

    private static final List<Supplier<RandomSource>> SOURCES = List.of(
            () -> RandomSource.seeded(3),
            () -> RandomSource.sequence(3),
            () -> RandomSource.jax(3),
            () -> RandomSource.torch(3),
            () -> RandomSource.torch(3, TorchBuild.SCALAR, TorchVersion.V2_11));

    private static double[] drawn(Initializer initializer, TensorShape shape, RandomSource source) {
        double[] values = new double[(int) shape.elements()];
        initializer.fill("w", values, shape, source);
        return values;
    }

    private static boolean has(AxisSlice slice, long[] dims, long element) {
        long rest = element;
        long place = 0;
        for (int axis = dims.length - 1; axis >= slice.axis(); axis--) {
            place = rest % dims[axis];
            rest /= dims[axis];
        }
        place = slice.every() == 0 ? place : place % slice.every();
        return slice.from() <= place && place < slice.to() && (place - slice.from()) % slice.step() == 0;
    }

    private static AxisSlice random(Random random, long[] dims) {
        int axis = random.nextInt(dims.length);
        long size = dims[axis];
        List<Long> blocks = new ArrayList<>(List.of(0L));
        for (long every = 1; every <= size; every++) {
            if (size % every == 0) {
                blocks.add(every);
            }
        }
        long every = blocks.get(random.nextInt(blocks.size()));
        long to = random.nextLong((every == 0 ? size : every) + 1);
        AxisSlice slice = AxisSlice.of(axis, random.nextLong(to + 1), to).withStep(1 + random.nextInt(3));
        return every == 0 ? slice : slice.withEvery(every);
    }

    private static long[] dims(Random random) {
        long[] dims = new long[1 + random.nextInt(4)];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = 1L + random.nextInt(7);
        }
        return dims;
    }

    /** Each element of the slice, and no other, holds its own number; in all types of storage. */
    @Test
    void aSliceIsTheElementsAtItsPlaces() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            long[] dims = dims(random);
            AxisSlice slice = random(random, dims);
            TensorShape shape = TensorShape.of(dims);
            List<Double> expected = new ArrayList<>();
            for (long element = 0, next = 0; element < shape.elements(); element++) {
                expected.add(has(slice, dims, element) ? (double) next++ : -1.0);
            }
            String index = switch (dims.length) {
                case 1 -> "i0";
                case 2 -> "i0 * n1 + i1";
                case 3 -> "(i0 * n1 + i1) * n2 + i2";
                default -> "((i0 * n1 + i1) * n2 + i2) * n3 + i3";
            };
            Initializer counted = constant(-1).withSlice(slice, table(index));
            assertThat(drawn(counted, shape, RandomSource.seeded(1)))
                    .as("%s in %s", slice, shape)
                    .containsExactly(expected.stream().mapToDouble(d -> d).toArray());
            float[] floats = new float[(int) shape.elements()];
            counted.fill("w", floats, shape, RandomSource.seeded(1));
            for (int element = 0; element < floats.length; element++) {
                assertThat(floats[element]).isEqualTo(expected.get(element).floatValue());
            }
            assertThat(counted.resolve(shape).mean())
                    .isCloseTo(expected.stream().mapToDouble(d -> d).average().orElseThrow(), offset(1e-12));
        }
    }

    /** What is not in a slice is as it would be without, for sources that go by names; in the slice, as a tensor of its own. */
    @Test
    void theRestIsAsWithoutSlices() {
        TensorShape shape = TensorShape.of(40, 60);
        AxisSlice slice = AxisSlice.of(1, 2, 60).withStep(3);
        for (Supplier<RandomSource> source : SOURCES) {
            double[] plain = drawn(normal(), shape, source.get());
            double[] sliced = drawn(normal().withSlice(slice, uniform(5, 6)), shape, source.get());
            for (int element = 0; element < plain.length; element++) {
                if (has(slice, shape.dims(), element)) {
                    assertThat(sliced[element]).isBetween(5.0, 6.0);
                } else {
                    assertThat(sliced[element]).isEqualTo(plain[element]);
                }
            }
        }
    }

    static List<Arguments> pieces() {
        TensorShape matrix = TensorShape.of(48, 36);
        TensorShape positions = TensorShape.of(1, 65, 20);
        AxisSlice columns = AxisSlice.of(1, 1, 36).withStep(3);
        AxisSlice heads = AxisSlice.of(0, 4, 8).withEvery(12);
        List<Arguments> pieces = new ArrayList<>();
        for (Initializer part : List.of(
                normal(0, 2), uniform(-1, 1), truncNormal(0, 1, -1, 2), xavierUniform(), orthogonal(), sparse(0.5))) {
            pieces.add(Arguments.of(normal().withSlice(columns, part), matrix));
            pieces.add(Arguments.of(
                    zeros().withSlice(heads, part)
                            .withSlice(AxisSlice.of(0, 0, 4).withEvery(12), ones()),
                    matrix));
        }
        pieces.add(Arguments.of(
                normal().withSlice(AxisSlice.of(1, 0, 1), zeros())
                        .withSlice(AxisSlice.of(1, 1, 65).withStep(2), uniform()),
                positions));
        pieces.add(Arguments.of(
                truncNormal(0, 0.02, -0.04, 0.04)
                        .withSlice(AxisSlice.of(2, 3, 17).withStep(5), normal(1, 1)),
                positions));
        pieces.add(Arguments.of(
                normal().withSlice(
                                columns,
                                normal().withSlice(AxisSlice.of(0, 1, 40).withStep(7), orthogonal())),
                matrix));
        pieces.add(Arguments.of(normal().withRows(0, 5, orthogonal()).withRows(9, 11, uniform()), matrix));
        return pieces;
    }

    /** Any range of elements, and any block, is drawn as it is in the whole. */
    @ParameterizedTest
    @MethodSource("pieces")
    void anyRangeIsAsInTheWhole(Initializer initializer, TensorShape shape) {
        Random random = new Random(5);
        for (DType dtype : List.of(DType.F32, DType.BF16, DType.F64)) {
            Consumer<WeightsBuilder> model =
                    p -> p.tensor("before", dtype, normal(), 17).tensor("w", dtype, initializer, shape.dims());
            Parameter w = Plan.of(model).parameters().get("w");
            int elements = (int) shape.elements();
            for (Supplier<RandomSource> source : SOURCES) {
                double[] whole = new double[elements];
                w.draw(0, elements, source.get(), whole);
                for (int i = 0; i < 12; i++) {
                    int from = random.nextInt(elements);
                    int count = 1 + random.nextInt(Math.min(300, elements - from));
                    double[] part = new double[count];
                    w.draw(from, count, source.get(), part);
                    assertThat(part).containsExactly(Arrays.copyOfRange(whole, from, from + count));
                }
                int last = shape.rank() - 1;
                ParameterSlice block = w.slice(last, 5, 11);
                double[] drawn = new double[(int) block.elements()];
                block.draw(0, drawn.length, source.get(), drawn);
                for (int k = 0; k < drawn.length; k++) {
                    assertThat(drawn[k]).isEqualTo(whole[(int) (k / 6 * shape.size(last) + 5 + k % 6)]);
                }
                Weights written = Weights.of(model);
                written.initialize(source.get());
                for (int k = 0; k < elements; k++) {
                    assertThat(written.parameters().get("w").get(k)).isEqualTo(whole[k]);
                }
            }
        }
    }

    /** A plan says all of a slice, and reads it again; of rows alone it says what it said before. */
    @Test
    void plansHaveSlices() throws Exception {
        Initializer sliced = normal().withSlice(AxisSlice.of(1, 1, 6).withStep(2), zeros())
                .withSlice(AxisSlice.of(1, 2, 5).withStep(2), ones());
        Plan plan = Plan.of(p -> p.tensor("w", sliced, 4, 6)
                .tensor("qkv", normal().withSlice(AxisSlice.of(0, 2, 4).withEvery(6), ones()), 12, 5)
                .tensor("rows", zeros().withRows(1, 3, ones()), 4, 2));
        String json = plan.toJson();
        Plan read = Plan.parse(json);
        assertThat(read.toJson()).isEqualTo(json);
        for (Parameter parameter : plan.parameters()) {
            assertThat(read.parameters().get(parameter.name()).fill()).isEqualTo(parameter.fill());
        }
        assertThat(json.replaceAll("\\s", ""))
                .contains("\"ranges\":[{\"from\":2,\"to\":6,\"fill\":{\"type\":\"constant\",\"value\":1")
                .contains("\"from\":1,\"to\":6,\"step\":2,\"every\":6,\"fill\"")
                .contains("\"from\":10,\"to\":20,\"every\":30,\"fill\"");
    }

    @Test
    void aSliceIsSaidAsNumPyCountsIt() {
        assertThat(AxisSlice.of(0, 2, 4)).hasToString("rows 2 : 4");
        assertThat(AxisSlice.of(0, 2, 3)).hasToString("row 2");
        assertThat(AxisSlice.of(1, 0, 12).withStep(3)).hasToString("0 : 12 : 3 of axis 1");
        assertThat(AxisSlice.of(1, 7, 8)).hasToString("7 of axis 1");
        assertThat(AxisSlice.of(0, 64, 128).withEvery(192)).hasToString("rows 64 : 128 of every 192");
        assertThat(AxisSlice.of(2, 0, 4).withEvery(8)).hasToString("0 : 4 of every 8 of axis 2");
    }
}
