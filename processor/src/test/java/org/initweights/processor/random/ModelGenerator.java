package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Writes random models, most of them valid. A model is one file with one class of its name, and classes nested in it. */
final class ModelGenerator {

    /** What all models may use. */
    static final String COMMON = """
            package random;

            import org.initweights.Fill;
            import org.initweights.Initializer;
            import org.initweights.Initializers;
            import org.initweights.TensorShape;
            import org.initweights.annotation.*;

            class Common implements java.util.RandomAccess {
                final int hidden = 16;

                record Own(double std) implements Initializer {
                    public Fill resolve(TensorShape shape) { return Initializers.normal(0, std).resolve(shape); }
                }

                static class Plain implements Initializer {
                    public Fill resolve(TensorShape shape) { return Initializers.uniform(-1, 1).resolve(shape); }
                }

                static class Given implements Initializer {
                    public Fill resolve(TensorShape shape) { return Initializers.values(1, -2, 0.5, 3).resolve(shape); }
                }

                static class Bound<T extends Common & java.util.RandomAccess> {
                    final T inner;
                    Bound(T inner) { this.inner = inner; }
                    int inner() { return 3; }
                }

                static class Text implements Initializer {
                    Text(String text, double std) {}
                    public Fill resolve(TensorShape shape) { return Initializers.uniform(-1, 1).resolve(shape); }
                }

                @Normal @Formula(std = "0.02 / sqrt(2 * layers)")
                @interface Residual { int layers(); }

                @Table("i0 - n0 / (i0 + 1)")
                @interface Ramp {}

                @Uniform(a = 1, b = 16) @Transform("log(x)")
                @interface LogUniform {}
            }
            """;

    private static final String IMPORTS = """
            package random;

            import java.nio.*;
            import java.util.*;
            import org.initweights.Distribution;
            import org.initweights.FanMode;
            import org.initweights.HalfFormat;
            import org.initweights.Layer;
            import org.initweights.Layout;
            import org.initweights.Nonlinearity;
            import org.initweights.TorchVersion;
            import org.initweights.annotation.*;
            import org.initweights.recipe.*;

            """;

    private static final String SIZES = """
                static final int C = 4;
                final int size = 6;
                final long wide = 8;
                final Common config = new Common();
                int heads() { return 2; }
                final int shape = Integer.parseInt("3"), ruled = Integer.parseInt("2"), FLOATS = Integer.parseInt("4");
                final int Math = Integer.parseInt("2"), TensorShape = Integer.parseInt("3"), a$b = Integer.parseInt("2");
                final int model = Integer.parseInt("2"), parameters = Integer.parseInt("3"), random = Integer.parseInt("2");
                @Deprecated final Integer boxed = Integer.valueOf("4");
                final Common.Bound<Common> bound = new Common.Bound<>(config);
                final Secret secret = new Secret();
                private static class Secret { final int n = Integer.parseInt("2"); }
                int thrown() throws Exception { return 2; }
            """;

    private final Dice dice;
    private final String name;

    ModelGenerator(long seed, String name) {
        this.dice = new Dice(seed);
        this.name = name;
    }

    Piece model() {
        int subModels = dice.percent(60) ? 0 : dice.between(1, 3);
        List<Piece> members = new ArrayList<>(fields(dice.between(subModels == 0 ? 1 : 0, 5), "f"));
        for (int i = 0; i < subModels; i++) {
            members.add(subModelField(i));
        }
        for (int i = 0; i < subModels; i++) {
            members.add(subModel(i));
        }
        List<Piece> header = header(subModels);
        return new Piece(
                IMPORTS,
                List.of(new Piece("", header, ""), new Piece("class " + name + " {\n" + SIZES, members, "}\n")),
                "");
    }

    private List<Piece> header(int subModels) {
        List<Piece> header = new ArrayList<>();
        header.add(Piece.of(dice.percent(3) ? "@InitWeights(strict = true)\n" : "@InitWeights\n"));
        if (dice.percent(8)) {
            header.add(Piece.of("@Activation(Nonlinearity." + dice.pick("RELU", "TANH") + ")\n"));
        }
        if (dice.percent(5)) {
            header.add(Piece.of(dice.pick("@SignalPath\n", "@SignalPath({\"f0\", \"f1\"})\n")));
        }
        for (int i = 0; subModels > 0 && i < 3; i++) {
            if (dice.percent(12)) {
                header.add(Piece.of(rule()));
            }
        }
        if (dice.percent(subModels > 0 ? 12 : 4)) {
            header.add(Piece.of(RandomOwnValues.link(dice, subModels)));
        }
        return header;
    }

    private String rule() {
        List<String> members = new ArrayList<>();
        if (dice.percent(50)) {
            members.add("type = " + dice.pick(name + ".Sub0", name + ".Sub0", "Object", "String") + ".class");
        }
        if (dice.percent(60)) {
            members.add("param = \"" + dice.pick("g0", "g*", "sub0.**", "**.g0", "**") + "\"");
        }
        if (dice.percent(20)) {
            members.add("rank = " + dice.between(0, 4));
        }
        members.add("use = "
                + dice.pick("Zeros", "Ones", "Normal", "Normal", "Gpt2Normal", "Common.Ramp", "Common.LogUniform")
                + ".class");
        if (dice.percent(50)) {
            members.add("priority = " + dice.between(-1, 2));
        }
        if (dice.percent(20)) {
            members.add("optional = true");
        }
        return "@InitRule(" + String.join(", ", members) + ")\n";
    }

    private List<Piece> fields(int count, String prefix) {
        List<Piece> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(new RandomField(dice, prefix + i).declaration());
        }
        return fields;
    }

    private Piece subModelField(int number) {
        String type = "Sub" + number;
        String create = "new " + type + "()";
        String field = " sub" + number + " = ";
        return Piece.of("    "
                + (dice.percent(4) ? "@NonTrainable " : "")
                + (dice.percent(3)
                        ? type + " sub" + number + ";\n"
                        : dice.pick(
                                        "final " + type + field + create,
                                        type + field + create,
                                        type + "[]" + field + "{" + create + ", " + create + "}",
                                        "List<" + type + ">" + field + "List.of(" + create + ", " + create + ")",
                                        "Map<String, " + type + ">" + field + "Map.of(\"key\", " + create + ")",
                                        "Collection<? extends " + type + ">" + field + "Set.of(" + create + ")")
                                + ";\n"));
    }

    private Piece subModel(int number) {
        String parent = number > 0 && dice.percent(30) ? " extends Sub" + (number - 1) : "";
        String prefix = parent.isEmpty() ? "g" : "h";
        // The name of a method hides no other: sizes are declared once in a line of classes.
        String sizes = parent.isEmpty() ? SIZES : "";
        String modifiers = number == 0 || dice.percent(98) ? "static " : "private static ";
        return new Piece(
                "    " + modifiers + "class Sub" + number + parent + " {\n" + sizes,
                fields(dice.between(1, 3), prefix),
                "    }\n");
    }
}
