package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes members of a random class whose elements differ: tables, given values, functions of what is drawn, slices, recipes, buffers of
 * integers. Beside each stands a method that says in Java what an element is.
 */
final class GrownValues {

    private final Dice dice;
    private final GrownNames names;

    GrownValues(Dice dice, GrownNames names) {
        this.dice = dice;
        this.names = names;
    }

    /**
     * A member.
     *
     * @param field its name
     * @param text its notes, its declaration and what says its elements
     */
    record Member(String field, String text) {}

    Member member(String access) {
        String name = names.field();
        return switch (dice.between(0, 9)) {
            case 0, 1, 2, 3 -> table(name, access);
            case 4, 5 -> sliced(name, access);
            case 6, 7 -> drawn(name, access);
            case 8 -> recipe(name, access);
            default -> given(name, access);
        };
    }

    private Member table(String name, String access) {
        List<Integer> dims = dims(dice.between(1, 3));
        Storage storage = Storage.of(dice, dims.size(), true);
        List<String> members = new ArrayList<>();
        StringBuilder numbers = new StringBuilder();
        for (int i = dice.pick(0, 0, 1, 2); i > 0; i--) {
            members.add(number(numbers));
        }
        GrownExpression expression = storage.bounded(GrownExpression.ofIndices(dice, dims.size(), members));
        return new Member(
                name,
                numbers
                        + GrownNotes.valued(name, storage.dtype, dims, 0)
                        + field(
                                "@Shape({" + joined(dims) + "}) @Table(\"" + expression.table() + "\") ",
                                access,
                                storage,
                                name)
                        + expected(name, dims.size(), "return " + expression.java() + ";"));
    }

    /** A number of the model: a constant, a field, or a method. */
    private String number(StringBuilder declarations) {
        String name = names.field();
        declarations.append(
                switch (dice.between(0, 3)) {
                    case 0 -> "    static final int " + name + " = 3;\n";
                    case 1 -> "    final double " + name + " = Double.parseDouble(\"1.5\");\n";
                    case 2 -> "    final long " + name + " = Long.parseLong(\"5\");\n";
                    default -> "    double " + name + "() { return 0.75; }\n";
                });
        return declarations.toString().contains(name + "()") ? name + "()" : name;
    }

    private Member sliced(String name, String access) {
        List<Integer> dims = dims(dice.between(1, 3));
        int axis = dice.between(0, dims.size() - 1);
        int blocks = dice.pick(1, 1, 2, 3);
        int block = dice.between(2, 6);
        dims.set(axis, blocks * block);
        Storage storage = Storage.of(dice, dims.size(), false);
        StringBuilder annotations = new StringBuilder();
        StringBuilder code = new StringBuilder();
        StringBuilder types = new StringBuilder();
        int from = 0;
        while (from < block && (annotations.isEmpty() || dice.percent(40))) {
            from = dice.between(from, block - 1);
            int to = dice.between(from + 1, block);
            int step = dice.pick(1, 1, 2, 3);
            int count = (to - from + step - 1) / step;
            annotations.append("@Slice(value = \"" + from + " : " + (to == block && dice.percent(30) ? "" : to) + "\"");
            if (axis > 0 || dice.percent(30)) {
                annotations.append(", axis = " + (dice.percent(30) ? axis - dims.size() : axis));
            }
            if (step > 1) {
                annotations.append(", step = " + step);
            }
            if (blocks > 1 || dice.percent(10)) {
                annotations.append(", every = \"" + block + "\"");
            }
            String index = "(int) i" + axis;
            code.append("        { int place = " + index + " % " + block + "; if (place >= " + from + " && place < "
                    + to
                    + " && (place - " + from + ") % " + step + " == 0) {"
                    + " double own = " + index + " / " + block + " * " + count + " + (place - " + from + ") / " + step
                    + "; ");
            if (dice.percent(50)) {
                boolean ones = dice.percent(50);
                annotations.append(", use = " + (ones ? "Ones" : "Zeros") + ".class) ");
                code.append("return own < 0 ? own : " + (ones ? "1.0" : "0.0") + "; } }\n");
            } else {
                String type = "S" + names.field();
                GrownExpression value = storage.bounded(GrownExpression.ofIndices(dice, dims.size(), List.of()));
                types.append("    @Table(\"" + value.table() + "\") public @interface " + type + " {}\n");
                annotations.append(", use = " + type + ".class) ");
                code.append("return " + name + "_" + from + "(" + arguments(dims.size(), axis) + ", "
                        + sizes(dims, axis, blocks * count) + "); } }\n");
                types.append("    double " + name + "_" + from + "(" + parameters(dims.size()) + ") { return "
                        + value.java() + "; }\n");
            }
            from = to;
        }
        GrownExpression base = dice.percent(60)
                ? new GrownExpression("@Constant(7)", "7.0")
                : storage.bounded(GrownExpression.ofIndices(dice, dims.size(), List.of()))
                        .in("@Table(\"#\")", "#");
        return new Member(
                name,
                types
                        + GrownNotes.valued(name, storage.dtype, dims, 0)
                        + field(
                                "@Shape({" + joined(dims) + "}) " + base.table() + " " + annotations,
                                access,
                                storage,
                                name)
                        + expected(name, dims.size(), "\n" + code + "        return " + base.java() + ";"));
    }

    /** All indices, with that of one axis counted in the slice. */
    private static String arguments(int rank, int axis) {
        return IntStream.range(0, rank)
                .mapToObj(i -> i == axis ? "own" : "i" + i)
                .collect(Collectors.joining(", "));
    }

    private static String sizes(List<Integer> dims, int axis, int size) {
        return IntStream.range(0, dims.size())
                .mapToObj(i -> (i == axis ? size : dims.get(i)) + ".0")
                .collect(Collectors.joining(", "));
    }

    private static String parameters(int rank) {
        return IntStream.range(0, 2 * rank)
                .mapToObj(i -> "double " + (i < rank ? "i" + i : "n" + (i - rank)))
                .collect(Collectors.joining(", "));
    }

    private Member drawn(String name, String access) {
        List<Integer> dims = dims(dice.between(1, 3));
        Storage storage = Storage.of(dice, dims.size(), false);
        StringBuilder numbers = new StringBuilder();
        List<String> members = dice.percent(40) ? List.of(number(numbers)) : List.of();
        GrownExpression function = storage.bounded(GrownExpression.ofDrawn(dice, members));
        double low = dice.pick(-2.0, 0.5, 0.0);
        double second = low + dice.pick(1.0, 3.0);
        boolean uniform = dice.percent(60);
        String base = uniform
                ? "@Uniform(a = " + low + ", b = " + second + ")"
                : "@Normal(mean = " + low + ", std = " + second * second + ")";
        return new Member(
                name,
                numbers
                        + GrownNotes.valued(name, storage.dtype, dims, 0)
                        + GrownNotes.drawn(name, uniform, low, uniform ? second : second * second)
                        + field(
                                "@Shape({" + joined(dims) + "}) " + base + " @Transform(\"" + function.table() + "\") ",
                                access,
                                storage,
                                name)
                        + "    public double drawn_" + name + "(double x) { return " + function.java() + "; }\n");
    }

    private Member given(String name, String access) {
        List<Integer> dims = dims(dice.between(1, 2));
        Storage storage = Storage.of(dice, dims.size(), true);
        int count = dims.stream().reduce(1, (a, b) -> a * b);
        String values = IntStream.range(0, count)
                .mapToDouble(i -> storage.isWhole() ? dice.between(-9, 9) : dice.pick(0.1, -2.5, 3.0, 1e-3))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        String index = dims.size() == 1 ? "i0" : "i0 * n1 + i1";
        return new Member(
                name,
                "    public static class G" + name + " implements org.initweights.Initializer {\n"
                        + "        public org.initweights.Fill resolve(org.initweights.TensorShape shape) {"
                        + " return org.initweights.Initializers.values(new double[] {" + values
                        + "}).resolve(shape); }\n    }\n"
                        + GrownNotes.valued(name, storage.dtype, dims, 0)
                        + field("@Shape({" + joined(dims) + "}) @InitWith(G" + name + ".class) ", access, storage, name)
                        + expected(name, dims.size(), "return new double[] {" + values + "}[(int) (" + index + ")];"));
    }

    private Member recipe(String name, String access) {
        GrownRecipe recipe = GrownRecipe.of(dice);
        Storage storage = Storage.of(dice, recipe.dims().size(), false);
        String note = GrownNotes.valued(name, storage.dtype, recipe.dims(), GrownRecipe.STEPS);
        String field = field(
                "@Shape({" + joined(recipe.dims()) + "}) @org.initweights.recipe." + recipe.annotation() + " ",
                access,
                storage,
                name);
        return new Member(
                name,
                recipe.isDrawn()
                        ? note + GrownNotes.drawn(name, true, recipe.low(), recipe.high()) + field
                                + "    public double drawn_" + name + "(double x) { return " + recipe.java() + "; }\n"
                        : note + field + expected(name, recipe.dims().size(), "return " + recipe.java() + ";"));
    }

    private static String expected(String name, int rank, String body) {
        return "    public double expected_" + name + "(" + parameters(rank) + ") { " + body + " }\n";
    }

    private List<Integer> dims(int rank) {
        return new ArrayList<>(
                IntStream.range(0, rank).mapToObj(axis -> dice.between(1, 5)).toList());
    }

    private static String joined(List<Integer> dims) {
        return dims.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String field(String annotations, String access, Storage storage, String name) {
        boolean buffer = !storage.isWhole() && dice.percent(12);
        return (buffer ? GrownNotes.nonTrainable(name) : storage.isWhole() ? GrownNotes.nonTrainable(name) : "")
                + "    " + storage.annotation + (buffer ? "@NonTrainable " : "") + annotations + access + storage.type
                + " " + name + ";\n";
    }

    /**
     * What holds a tensor.
     *
     * @param type the type of the field
     * @param dtype that of the elements
     * @param annotation what has to stand beside
     */
    private record Storage(String type, String dtype, String annotation) {

        static Storage of(Dice dice, int rank, boolean mayBeWhole) {
            String nested = "[]".repeat(rank);
            return switch (dice.between(0, mayBeWhole ? 13 : 9)) {
                case 0 -> new Storage("double[]", "F64", "");
                case 1 -> new Storage("double" + nested, "F64", "");
                case 2 -> new Storage("DoubleBuffer", "F64", "");
                case 3 -> new Storage("FloatBuffer", "F32", "");
                case 4 -> new Storage("float" + nested, "F32", "");
                case 5 -> new Storage(dice.pick("short[]", "ShortBuffer"), "BF16", half("BF16"));
                case 6 -> new Storage(dice.pick("short[]", "ShortBuffer"), "F16", half("FP16"));
                case 10 -> new Storage("int[]", "I32", "");
                case 11 -> new Storage("long[]", "I64", "");
                case 12 -> new Storage("int" + nested, "I32", "");
                case 13 -> new Storage("long" + nested, "I64", "");
                default -> new Storage("float[]", "F32", "");
            };
        }

        private static String half(String format) {
            return "@HalfFloat(org.initweights.HalfFormat." + format + ") ";
        }

        boolean isWhole() {
            return dtype.startsWith("I");
        }

        /** The expression made so that it fits the elements. */
        GrownExpression bounded(GrownExpression expression) {
            return switch (dtype) {
                case "I32" -> expression.in("floor(mod(#, 1000))", "Math.floor(Plain.mod(#, 1000.0))");
                case "I64" -> expression.in("floor(#) * 1000003", "Math.floor(#) * 1000003.0");
                case "F16" -> expression.in("tanh(#) * 6", "StrictMath.tanh(#) * 6.0");
                default -> expression;
            };
        }
    }
}
