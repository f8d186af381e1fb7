package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Writes the declaration of a random parameter: its annotations, which may be left out, its type and its accessors. */
final class RandomField {

    private final Dice dice;
    private final String name;
    private final RandomInitializer initializer;
    private final RandomShape shape;

    RandomField(Dice dice, String name) {
        this.dice = dice;
        this.name = name;
        this.initializer = RandomInitializer.of(dice);
        this.shape = RandomShape.of(dice, initializer.rank());
    }

    Piece declaration() {
        List<Piece> annotations = new ArrayList<>();
        annotations.add(annotation(shape.annotation()));
        if (!dice.percent(2)) {
            annotations.add(annotation(initializer.annotation()));
        }
        if (dice.percent(8)) {
            annotations.add(annotation(slice()));
        }
        if (dice.percent(3)) {
            annotations.add(annotation(slice()));
        }
        if (dice.percent(4)) {
            annotations.add(annotation("@NonTrainable"));
        }
        if (dice.percent(1)) {
            annotations.add(annotation("@Skip"));
        }
        if (dice.percent(1) && !initializer.annotation().startsWith("@Uniform")) {
            annotations.add(annotation("@Uniform"));
        }
        if (dice.percent(8)) {
            annotations.add(
                    annotation("@Activation(Nonlinearity." + dice.pick("RELU", "TANH", "LINEAR", "GELU") + ")"));
        }
        String type = type(annotations);
        return dice.percent(80) ? plain(annotations, type) : behindAccessors(annotations, type);
    }

    private static Piece annotation(String text) {
        return Piece.of("    " + text + "\n");
    }

    private String slice() {
        String rows = dice.percent(10)
                ? dice.pick("5 : 2", "x : 1", ":", "9999", "1 : : 2", "")
                : dice.pick("0", "-1", ": 1", "0 : 1", "rows / 2 :", "rows - 1 : rows");
        String others = dice.percent(30)
                ? dice.pick(
                        ", axis = 1",
                        ", axis = -1",
                        ", step = 2",
                        ", axis = 1, step = 3",
                        ", every = \"2\"",
                        ", every = \"rows / 2\"",
                        ", axis = 1, every = \"n1\"",
                        ", axis = 7",
                        ", step = 0",
                        ", every = \"0\"")
                : "";
        return "@Slice(value = \"" + rows + "\"" + others + ", use = "
                + dice.pick("Zeros", "Ones", "Normal", "Zeros", "Orthogonal", "Common.Ramp", "Common.LogUniform")
                + ".class)";
    }

    /** The type of the field; half floats need an annotation beside. */
    private String type(List<Piece> annotations) {
        if (dice.percent(2)) {
            return dice.pick("List<Float>", "Object", "float", "String[]", "Float[]", "java.nio.IntBuffer");
        }
        if (dice.percent(initializer.isWhole() ? 30 : 2)) {
            return dice.pick("int[]", "long[]", "int" + "[]".repeat(Math.max(1, shape.rank())));
        }
        if (dice.percent(12)) {
            if (!dice.percent(4)) {
                annotations.add(annotation("@HalfFloat(HalfFormat." + dice.pick("BF16", "FP16") + ")"));
            }
            return dice.pick("short[]", "ShortBuffer");
        }
        if (dice.percent(25) && shape.rank() > 0) {
            int depth = dice.percent(5) ? shape.rank() + 1 : shape.rank();
            return dice.pick("float", "double") + "[]".repeat(depth);
        }
        return dice.pick("float[]", "float[]", "float[]", "double[]", "FloatBuffer", "DoubleBuffer");
    }

    private Piece plain(List<Piece> annotations, String type) {
        String modifiers = dice.percent(99)
                ? dice.pick("", "", "public ", "protected ")
                : dice.pick("private ", "static ", "final static ");
        String value = "";
        if (type.equals("float[]") && dice.percent(15) && shape.elements() >= 0) {
            long length = dice.percent(90) ? shape.elements() : shape.elements() + 1;
            modifiers = modifiers.contains("final") ? modifiers : modifiers + "final ";
            value = " = new float[" + length + "]";
        } else if (modifiers.contains("final")) {
            value = " = null";
        }
        return new Piece("", annotations, "    " + modifiers + type + " " + name + value + ";\n");
    }

    private Piece behindAccessors(List<Piece> annotations, String type) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String getter = dice.percent(50) ? name : "get" + capital;
        return new Piece(
                "",
                annotations,
                "    private %1$s %2$s;\n    %1$s %3$s() { return %2$s; }\n    void set%4$s(%1$s value) { %2$s = value; }\n"
                        .formatted(type, name, getter, capital));
    }
}
