package org.initweights;

import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.mupHidden;
import static org.initweights.Initializers.mupOutput;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * How a tensor of a random plan begins, and what its elements are, by Java.
 *
 * @param law what each element is, if nothing is drawn
 * @param drawn what it is a function of, if it is one of what is drawn
 */
record RandomStart(Initializer initializer, Optional<Law> law, Optional<Drawn> drawn) {

    /** An element by its index. */
    @FunctionalInterface
    interface Law {

        double at(long[] i, long[] n);
    }

    /** A function of what another initializer draws. */
    record Drawn(Initializer base, DoubleUnaryOperator function) {}

    /**
     * A table.
     *
     * @param rank the least that it is for
     */
    private record Table(int rank, String text, Law law) {}

    private static final List<Table> WHOLE = List.of(
            new Table(0, "-42", (i, n) -> -42),
            new Table(1, "i0", (i, n) -> i[0]),
            new Table(1, "i0 * 1000 - n0", (i, n) -> i[0] * 1000 - n[0]),
            new Table(1, "floor(i0 / 3)", (i, n) -> Math.floorDiv(i[0], 3)),
            new Table(2, "i1 > i0 ? n1 : -i0", (i, n) -> i[1] > i[0] ? n[1] : -i[0]),
            new Table(2, "mod(i0 - 2 * i1, 7)", (i, n) -> Math.floorMod(i[0] - 2 * i[1], 7)),
            new Table(3, "i0 + 31 * i1 + 961 * i2", (i, n) -> i[0] + 31 * i[1] + 961 * i[2]));

    private static final List<Table> SMALL = List.of(
            new Table(0, "pi / 4", (i, n) -> Math.PI / 4),
            new Table(1, "pow(theta, -i0 / n0)", (i, n) -> StrictMath.pow(500, -(double) i[0] / n[0])),
            new Table(
                    1, "i0 < 2 ? i0 / 3 : exp(-i0)", (i, n) -> i[0] < 2 ? i[0] / 3.0 : StrictMath.exp((double) -i[0])),
            new Table(1, "sqrt((i0 + 1) / 7) / (i0 + 3)", (i, n) -> Math.sqrt((i[0] + 1) / 7.0) / (i[0] + 3)),
            new Table(
                    2, "mod(i1, 2) == 0 ? sin(i0 / pow(100, i1 / n1)) : cos(i0 / pow(100, (i1 - 1) / n1))", (i, n) -> {
                        boolean even = i[1] % 2 == 0;
                        double angle = i[0] / StrictMath.pow(100, (double) (even ? i[1] : i[1] - 1) / n[1]);
                        return even ? StrictMath.sin(angle) : StrictMath.cos(angle);
                    }),
            new Table(
                    3, "tanh(i0 - i2) * (n1 - i1)", (i, n) -> StrictMath.tanh((double) (i[0] - i[2])) * (n[1] - i[1])));

    private static final List<Drawn> FUNCTIONS = List.of(
            new Drawn(uniform(1, 16), x -> StrictMath.log(x)),
            new Drawn(uniform(0.81, 0.998), x -> StrictMath.log(StrictMath.expm1(-StrictMath.log(x) / 2))),
            new Drawn(normal(0.5, 0.25), x -> x < 0.5 ? -x : x * x),
            new Drawn(truncNormal(0, 1, -2, 2), x -> StrictMath.exp(x) / 3));

    private static final List<String> WRITTEN =
            List.of("log(x)", "log(expm1(-log(x) / 2))", "x < 0.5 ? -x : x * x", "exp(x) / 3");

    static RandomStart of(DType dtype, long[] dims, Random random) {
        int axis = dims.length == 0 ? 0 : random.nextInt(dims.length);
        return switch (random.nextInt(8)) {
            case 0, 1 -> values(dtype, dims, random);
            case 2, 3 -> dtype.isInteger() ? table(dtype, dims, random) : transformed(random);
            case 4, 5 ->
                dims.length == 0 || dims[axis] == 0 ? table(dtype, dims, random) : sliced(dtype, dims, axis, random);
            case 6 ->
                dtype.isInteger() || dims.length != 2 || dims[0] * dims[1] == 0
                        ? table(dtype, dims, random)
                        : drawn(random.nextBoolean() ? mupHidden(0.5, 4) : mupOutput(2, 8));
            default -> table(dtype, dims, random);
        };
    }

    private static RandomStart drawn(Initializer initializer) {
        return new RandomStart(initializer, Optional.empty(), Optional.empty());
    }

    private static RandomStart known(Initializer initializer, Law law) {
        return new RandomStart(initializer, Optional.of(law), Optional.empty());
    }

    private static RandomStart table(DType dtype, long[] dims, Random random) {
        List<Table> some = new ArrayList<>(dtype.isInteger() ? WHOLE : SMALL);
        if (dtype == DType.F32 || dtype == DType.F64) {
            some.addAll(WHOLE);
        }
        some.removeIf(table -> table.rank > dims.length);
        Table table = some.get(random.nextInt(some.size()));
        return known(
                table.text.contains("theta")
                        ? Initializers.table(table.text, Map.of("theta", 500))
                        : Initializers.table(table.text),
                table.law);
    }

    private static RandomStart values(DType dtype, long[] dims, Random random) {
        long elements = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
        if (elements == 0 || elements > 2000) {
            return table(dtype, dims, random);
        }
        double[] numbers = random.ints(elements, -1000, 1000)
                .mapToDouble(number -> dtype.isInteger() ? number : number / 7.0)
                .toArray();
        return known(Initializers.values(numbers), (i, n) -> numbers[index(i, n)]);
    }

    private static int index(long[] i, long[] n) {
        long index = 0;
        for (int axis = 0; axis < n.length; axis++) {
            index = index * n[axis] + i[axis];
        }
        return (int) index;
    }

    private static RandomStart transformed(Random random) {
        int number = random.nextInt(FUNCTIONS.size());
        Drawn drawn = FUNCTIONS.get(number);
        return new RandomStart(drawn.base.transformed(WRITTEN.get(number)), Optional.empty(), Optional.of(drawn));
    }

    private static RandomStart sliced(DType dtype, long[] dims, int axis, Random random) {
        int size = (int) dims[axis];
        int blocks = size % 3 == 0 && random.nextBoolean() ? 3 : 1;
        int block = size / blocks;
        int from = random.nextInt(block);
        int to = from + 1 + random.nextInt(block - from);
        int step = 1 + random.nextInt(3);
        int count = (to - from + step - 1) / step;
        AxisSlice slice = AxisSlice.of(axis, from, to).withStep(step);
        boolean draws = !dtype.isInteger() && random.nextInt(3) == 0;
        RandomStart base = draws && random.nextBoolean()
                ? drawn(normal())
                : random.nextBoolean() ? known(constant(7), (i, n) -> 7) : table(dtype, dims, random);
        RandomStart part = draws ? drawn(uniform(2, 3)) : table(dtype, dims, random);
        Initializer initializer =
                base.initializer.withSlice(blocks > 1 ? slice.withEvery(block) : slice, part.initializer);
        if (base.law.isEmpty() || part.law.isEmpty()) {
            return drawn(initializer);
        }
        return known(initializer, (i, n) -> {
            int place = (int) i[axis] % block;
            if (place < from || place >= to || (place - from) % step != 0) {
                return base.law.get().at(i, n);
            }
            long[] own = i.clone();
            own[axis] = i[axis] / block * count + (place - from) / step;
            long[] sizes = n.clone();
            sizes[axis] = (long) blocks * count;
            return part.law.get().at(own, sizes);
        });
    }
}
