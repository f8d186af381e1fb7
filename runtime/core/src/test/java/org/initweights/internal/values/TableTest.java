package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.values;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.internal.expression.MathFunction;
import org.initweights.internal.kernel.KnownElementsKernel;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.work.Workers;
import org.initweights.testing.FloatTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables against the same formulas in Java, element by element. */
class TableTest {

    /** A formula of indices and sizes. */
    private interface Formula {
        double at(double[] i, double[] n);
    }

    private static void isComputed(String expression, Formula formula, long... dims) {
        isComputed(expression, Map.of(), formula, dims);
    }

    private static void isComputed(
            String expression, Map<String, ? extends Number> numbers, Formula formula, long... dims) {
        TensorShape shape = TensorShape.of(dims);
        double[] written = new double[(int) shape.elements()];
        table(expression, numbers).fill("w", written, shape, RandomSource.seeded(1));
        double[] n = Arrays.stream(dims).asDoubleStream().toArray();
        for (int e = 0; e < written.length; e++) {
            double[] i = new double[dims.length];
            long rest = e;
            for (int axis = dims.length - 1; axis >= 0; axis--) {
                i[axis] = rest % dims[axis];
                rest /= dims[axis];
            }
            assertThat(written[e])
                    .as("%s at %s of %s", expression, Arrays.toString(i), shape)
                    .isEqualTo(formula.at(i, n));
        }
    }

    @Test
    void isTheFormulaToTheBit() {
        isComputed(
                "mod(i1, 2) == 0 ? sin(i0 / pow(10000, 2 * floor(i1 / 2) / n1)) : cos(i0 / pow(10000, 2 * floor(i1 / 2) / n1))",
                (i, n) -> {
                    double angle = i[0] / StrictMath.pow(10000, 2 * Math.floor(i[1] / 2) / n[1]);
                    return i[1] % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
                },
                130,
                64);
        isComputed("i0 * n1 + i1", (i, n) -> i[0] * n[1] + i[1], 70, 33);
        isComputed("i0 * n1 + i1", (i, n) -> i[0] * n[1] + i[1], 3, 5000);
        isComputed("i0 * n1 + i1", (i, n) -> i[0] * n[1] + i[1], 5000, 2);
        isComputed("(i0 * n1 + i1) * n2 + i2", (i, n) -> (i[0] * n[1] + i[1]) * n[2] + i[2], 9, 1, 40, 1);
        isComputed("i2 - i3 + n0", (i, n) -> i[2] - i[3] + n[0], 1, 1, 7, 1500, 1);
        isComputed("pi * i0", (i, n) -> Math.PI * i[0], 1025);
        isComputed("3 - -2e-3", (i, n) -> 3 - -2e-3, 7);
        isComputed("exp(-2)", (i, n) -> StrictMath.exp(-2));
        isComputed("n1 + i0", (i, n) -> 1, 1, 1);
        isComputed("pow(2, -8 * (i0 + 1) / n0)", (i, n) -> StrictMath.pow(2, -8 * (i[0] + 1) / n[0]), 12, 1, 1);
    }

    @Test
    void choosesAsJavaDoes() {
        isComputed(
                "i0 < i1 ? i0 <= 2 ? -i0 : exp(i1 / n1) : i0 >= 5 ? log(i0) : i0 != 3 ? i1 == 1 ? 7 : sqrt(i0) : tanh(i1)",
                (i, n) -> i[0] < i[1]
                        ? i[0] <= 2 ? -i[0] : StrictMath.exp(i[1] / n[1])
                        : i[0] >= 5
                                ? StrictMath.log(i[0])
                                : i[0] != 3 ? i[1] == 1 ? 7 : Math.sqrt(i[0]) : StrictMath.tanh(i[1]),
                40,
                41);
        isComputed("i0 == 0 ? 0 : 1 / i0", (i, n) -> i[0] == 0 ? 0 : 1 / i[0], 2000, 3);
        isComputed("i1 > 0 ? log(i1) : -1", (i, n) -> i[1] > 0 ? StrictMath.log(i[1]) : -1, 3, 3000);
        isComputed(
                "(i0 > 1 ? 1 : 0) + max(i0, 2) - min(i0, 1) * abs(i0 - 2) + mod(-i0, 3)",
                (i, n) -> (i[0] > 1 ? 1 : 0)
                        + Math.max(i[0], 2)
                        - Math.min(i[0], 1) * Math.abs(i[0] - 2)
                        + ((-i[0] % 3) + 3) % 3,
                9);
    }

    @Test
    void namesNumbers() {
        isComputed(
                "pow(rope.theta, -2 * i0 / (2 * n0)) * scale()",
                Map.of("rope.theta", 500_000, "scale()", 0.125f),
                (i, n) -> StrictMath.pow(500_000, -2 * i[0] / (2 * n[0])) * 0.125f,
                64);
    }

    /** Random expressions, computed in blocks and one by one by other code. */
    @Test
    void blocksAreWhatElementsAreOneByOne() {
        SplittableRandom random = new SplittableRandom(5);
        long[][] shapes = {{1}, {2500}, {3, 1100}, {700, 3}, {5, 1, 300}, {13, 11, 7}, {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}
        };
        for (int round = 0; round < 400; round++) {
            long[] dims = shapes[random.nextInt(shapes.length)];
            String expression = expression(random, 4, dims.length);
            TensorShape shape = TensorShape.of(dims);
            ElementExpression read = ElementExpression.complete(ElementKind.TABLE, expression, List.of());
            double[] all = new double[(int) shape.elements()];
            TableProgram.of(read, List.of(), shape, all.length).cursor().compute(0, all.length, all);
            TableCursor single = TableProgram.of(read, List.of(), shape, 1).cursor();
            double[] one = new double[1];
            for (int probe = 0; probe < 50; probe++) {
                int e = random.nextInt(all.length);
                single.compute(e, 1, one);
                assertThat(one[0]).as("%s at %d of %s", expression, e, shape).isEqualTo(Double.valueOf(all[e]));
                assertThat(ScalarTable.at(read.root(), ElementPlace.indices(e, shape), dims))
                        .as(expression)
                        .isEqualTo(Double.valueOf(all[e]));
            }
        }
    }

    private static String expression(SplittableRandom random, int depth, int rank) {
        int axis = random.nextInt(rank);
        if (depth == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> "n" + axis;
                case 1 -> "pi";
                case 2 -> Integer.toString(random.nextInt(5));
                default -> "i" + axis;
            };
        }
        String a = expression(random, random.nextInt(depth), rank);
        String b = expression(random, random.nextInt(depth), rank);
        String[] relations = {"<", "<=", ">", ">=", "==", "!="};
        return switch (random.nextInt(8)) {
            case 0 -> "(" + a + " + " + b + ")";
            case 1 -> "(" + a + " - " + b + ")";
            case 2 -> "(" + a + " * " + b + ")";
            case 3 ->
                "(" + a + " " + relations[random.nextInt(6)] + " " + b + " ? " + expression(random, depth - 1, rank)
                        + " : " + expression(random, depth - 1, rank) + ")";
            case 4 -> "-(" + a + ")";
            default -> {
                List<String> names = MathFunction.names();
                MathFunction function = MathFunction.named(names.get(random.nextInt(names.size())))
                        .orElseThrow();
                yield function.written() + "(" + a + (function.arity() == 2 ? ", " + b : "") + ")";
            }
        };
    }

    @Test
    void anyRangeIsAPieceOfTheWhole() {
        TensorShape shape = TensorShape.of(300, 257);
        KnownElements fill = (KnownElements) table("sin(i0 * i1) + cos(i1)").resolve(shape);
        double[] whole = new double[300 * 257];
        KnownElementsKernel.write(new DoubleArrayStorage(whole), fill, 0, Workers.COMMON_POOL);
        for (int from : new int[] {0, 1, 256, 257, 5000, 77_000}) {
            double[] part = new double[99];
            KnownElementsKernel.write(new DoubleArrayStorage(part), fill, from, Workers.CALLER);
            assertThat(part).containsExactly(Arrays.copyOfRange(whole, from, from + 99));
        }
    }

    @Test
    void roundsOnceToTheTypeOfTheElements() {
        Weights weights = Weights.of(w -> {
                    for (DType dtype : FloatTypes.ALL) {
                        w.tensor(dtype.name(), dtype, table("sin(i0)"), 50);
                    }
                })
                .initialize(1);
        for (int i = 0; i < 50; i++) {
            double value = StrictMath.sin(i);
            assertThat(weights.get("F64").get(i)).isEqualTo(value);
            assertThat(weights.get("F32").get(i)).isEqualTo((float) value);
            assertThat(weights.get("F16").get(i)).isCloseTo(value, org.assertj.core.data.Offset.offset(0x1p-12));
            assertThat(weights.get("BF16").get(i)).isCloseTo(value, org.assertj.core.data.Offset.offset(0x1p-9));
        }
    }

    @Test
    void functionsAndValuesAreWrittenAsTheyAre() {
        double[] array = new double[12];
        table((i, shape) -> 100 * i[0] + i[1] + shape.size(1) / 10.0)
                .fill("w", array, TensorShape.of(3, 4), RandomSource.seeded(1));
        assertThat(array).containsExactly(0.4, 1.4, 2.4, 3.4, 100.4, 101.4, 102.4, 103.4, 200.4, 201.4, 202.4, 203.4);

        float[] given = {0.1f, -2, 3.5f, 1e-40f};
        float[] floats = new float[4];
        Initializer copied = values(given);
        given[0] = 9;
        copied.fill("w", floats, TensorShape.of(2, 2), RandomSource.seeded(1));
        assertThat(floats).containsExactly(0.1f, -2, 3.5f, 1e-40f);
        double[] doubles = new double[2];
        values(0.1, 1 / 3.0).fill("w", doubles, TensorShape.of(2), RandomSource.seeded(1));
        assertThat(doubles).containsExactly(0.1, 1 / 3.0);
    }

    @Test
    void knowsItsMoments() {
        Fill fill = table("i0 * n1 + i1").resolve(TensorShape.of(1000, 1000));
        assertThat(fill.mean()).isEqualTo(499_999.5);
        assertThat(fill.std()).isCloseTo(Math.sqrt((1e12 - 1) / 12), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(fill.lower()).isZero();
        assertThat(fill.upper()).isEqualTo(999_999);

        Fill large = table("i0").resolve(TensorShape.of(1 << 20, 2));
        assertThat(large.mean()).isNaN();
        assertThat(large.upper()).isInfinite();

        Fill given = values(1, 2, 3, 6).resolve(TensorShape.of(4));
        assertThat(given.mean()).isEqualTo(3);
        assertThat(given.std()).isEqualTo(Math.sqrt(14 / 4.0));
        assertThat(given.lower()).isEqualTo(1);
        assertThat(given.upper()).isEqualTo(6);
        assertThat(table("1").resolve(TensorShape.of(0, 3)).mean()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sin(i0 | TableSyntax | position 7",
                "i0 i1 | TableSyntax | should have an operator",
                "'' | TableSyntax | is empty",
                "i0 < 3 | TableSyntax | a comparison is true or false",
                "i0 ? 1 : 2 | TableSyntax | must be a comparison",
                "i0 < 1 ? 2 | TableSyntax | should have a colon",
                "i0 < i1 < 2 ? 0 : 1 | TableSyntax | should have an operator",
                "1 / 0 | DivisionByZero | divides by zero",
                "i0 / (-0) | DivisionByZero | divides by zero",
                "foo(i0) | UnknownFunction | use sqrt",
                "sinn(i0) | UnknownFunction | did you mean \"sin\"",
                "sin(i0, i1) | UnknownFunction | takes one number",
                "theta * i0 | UnknownName | \"theta\" has no number",
                "i2 | TableIndex | axis 2, but [3, 4] has the axes 0 to 1",
                "n7 | TableIndex | axis 7",
                "log(i0) | TableValue | -Infinity at [0, 0] of [3, 4]",
                "i0 == 2 ? i1 == 1 ? sqrt(-1) : 0 : 1 | TableValue | NaN at [2, 1]",
                "1e999 | TableValue | beyond the range",
            })
    void refusesWithThePlace(String expression, String id, String problem) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> table(expression == null ? "" : expression).resolve(TensorShape.of(3, 4)))
                .withMessageContaining("[" + id + "]")
                .withMessageContaining(problem);
    }

    @Test
    void refusesWhatIsInfiniteOnlyInTheMiddleOfALargeTable() {
        Initializer table = table("i0 == 70 ? i1 == 70 ? log(0 * i1) : 1 : 2");
        Weights weights = Weights.of(w -> w.tensor("w", table, 100, 100));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> weights.initialize(1))
                .withMessageContaining("w: table(")
                .withMessageContaining("is -Infinity at [70, 70] of [100, 100]");
    }

    @Test
    void refusesValuesThatDoNotFit() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> values(1, 2, 3).resolve(TensorShape.of(2, 2)))
                .withMessage(
                        "values needs one number for each element, but [2, 2] has 4 elements, and 3 are given [ValueCount]");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> values(1, Double.NaN))
                .withMessageContaining("the value 1 is NaN");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> table("i0", Map.of("theta", 1)))
                .withMessageContaining("[UnusedNumber]");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> table("theta", Map.of("theta", Double.POSITIVE_INFINITY))
                        .resolve(TensorShape.of(2)))
                .withMessageContaining("[NotFinite]");
    }

    @Test
    void plansRefuseFunctionsOfJava() throws Exception {
        Plan plan = Plan.of(p -> p.tensor("w", table((i, shape) -> i[0]), 3));
        java.nio.file.Path file = java.nio.file.Files.createTempFile("plan", ".json");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> plan.write(file))
                .withMessageContaining(
                        "w: table(…) is a function of Java, which no plan can hold; write its expression");
        Plan large = Plan.of(p -> p.tensor("w", values(new float[(1 << 20) + 1]), (1 << 20) + 1));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> large.write(file))
                .withMessageContaining("1,048,577 numbers")
                .withMessageContaining("Initializers.from(file)");
    }
}
