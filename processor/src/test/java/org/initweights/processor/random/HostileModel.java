package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Writes a model with hostile names, access, types and text. What it names of other packages it names in full. */
final class HostileModel {

    private static final String A = "@org.initweights.annotation.";

    private final Dice dice;
    private final HostileNames names;
    private final String base;
    private final List<Size> sizes = new ArrayList<>();
    private final List<Piece> members = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private String variables = "";
    private String ruling = "org.initweights.annotation.Ones";

    /** A number of the model, as {@code dims} says it. */
    private record Size(String text, long value) {}

    HostileModel(Dice dice, HostileNames names, String base) {
        this.dice = dice;
        this.names = names;
        this.base = base;
    }

    Piece declaration(String name, boolean outermost, String extended) {
        header.add(A + "InitWeights\n");
        for (int i = dice.between(1, 4); i > 0; i--) {
            size();
        }
        if (dice.percent(35)) {
            configuration();
        }
        if (extended.endsWith(">")) {
            members.add(Piece.of("    { configure(new "
                    + extended.substring(extended.indexOf('<') + 1, extended.length() - 1) + "()); }\n"));
        }
        if (extended.endsWith("Base.More>") && dice.percent(60)) {
            sizes.add(new Size("conf.more", 4));
        }
        String initializer = dice.percent(40) ? ownInitializer() : "";
        String annotation = dice.percent(35) ? ownAnnotation(name) : "";
        for (int i = dice.between(1, 4); i > 0; i--) {
            parameter(initializer, annotation);
        }
        for (int i = dice.percent(50) ? 0 : dice.between(1, 2); i > 0; i--) {
            subModel(name, annotation);
        }
        String modifiers = outermost
                ? dice.pick("public ", "", "public final ")
                : dice.pick("public static ", "static ", "protected static ");
        return new Piece(
                deprecated() + String.join("", header) + modifiers + "class " + name + variables + extended + " {\n",
                members,
                "}\n");
    }

    private void size() {
        String name = names.member();
        int value = dice.between(2, 5);
        String deprecated = deprecated();
        switch (dice.between(0, 6)) {
            case 0 -> add(deprecated + "static final int " + name + " = " + value + ";");
            case 1 -> add(deprecated + "int " + name + "() { return " + value + "; }");
            case 2 -> add(deprecated + "final long " + name + "; { " + name + " = " + value + "L; }");
            case 3 -> add(deprecated + "java.lang.Integer " + name + "; { " + name + " = " + value + "; }");
            case 4 -> add(deprecated + "static short " + name + "() { return " + value + "; }");
            default -> add(deprecated + "final int " + name + "; { " + name + " = " + value + "; }");
        }
        String last = members.get(members.size() - 1).text();
        sizes.add(new Size(last.contains(name + "()") ? name + "()" : name, value));
        if (dice.percent(4)) {
            String thrower = names.member();
            add("int " + thrower + "() throws "
                    + dice.pick("java.io.IOException", "java.lang.Exception", "java.lang.IllegalStateException")
                    + " { return 3; }");
            sizes.add(new Size(thrower + "()", 3));
        }
    }

    private void configuration() {
        String type = names.type();
        String field = names.member();
        String number = names.member();
        String modifiers = dice.percent(15) ? "private " : dice.pick("", "public ", "protected ");
        boolean record = dice.percent(50);
        String body = record
                ? "record " + type + "(int " + number + ") {}"
                : "static " + "class " + type + " { " + deprecated() + "final int " + number + "; { " + number
                        + " = 3; } }";
        members.add(Piece.of("    " + deprecated() + modifiers + body + "\n    final " + type + " " + field + " = new "
                + type + (record ? "(3)" : "()") + ";\n"));
        sizes.add(new Size(field + "." + number + (record && dice.percent(50) ? "()" : ""), 3));
    }

    /** The name of a nested class that takes one text. */
    private String ownInitializer() {
        String type = names.type();
        String modifiers = dice.percent(10) ? "private " : dice.pick("", "public ", "protected ");
        String generic = dice.pick("", "", "<T>", "<T extends java.lang.Number & java.lang.Comparable<T>>");
        String thrown = dice.percent(6) ? " throws java.io.IOException" : "";
        add(deprecated() + modifiers + "static class " + type + generic + " implements org.initweights.Initializer {\n"
                + "        private final int hash;\n"
                + "        " + dice.pick("", "public ") + type + "(java.lang.String text)" + thrown
                + " { hash = text.hashCode() % 1000; }\n"
                + "        public org.initweights.Fill resolve(org.initweights.TensorShape s) { return " + base
                + ".Fills.constant(hash, s); }\n"
                + "    }");
        return type;
    }

    private String ownAnnotation(String model) {
        String type = names.type();
        String member = names.member();
        String modifiers = dice.percent(10) ? "private " : dice.pick("", "public ", "protected ");
        ruling = modifiers.equals("private ") ? "org.initweights.annotation.Ones" : model + "." + type;
        String formula = "0.1 / sqrt(" + member + " * " + dice.pick("fan_in", "rows", sizes.get(0).text, "1") + ")";
        add(deprecated() + modifiers + A + "Normal " + A + "Formula(std = \"" + formula + "\") @interface " + type
                + " { " + deprecated() + "int " + member + "() default 2; }");
        return type;
    }

    private void parameter(String initializer, String annotation) {
        String name = names.member();
        List<String> dims = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            Size size = sized();
            dims.add(size.text);
            expected.add(size.value);
        }
        List<Piece> lines = new ArrayList<>();
        if (dice.percent(15)) {
            lines.add(Piece.of("    " + A + "Slice(value = \""
                    + dice.pick("0", ": 1", "0 : 1", sizes.get(0).text + " - " + sizes.get(0).text) + "\", use = "
                    + "org.initweights.annotation.Zeros.class)\n"));
        }
        String shape = A + "Shape(dims = \"" + String.join(", ", dims) + "\") ";
        String rule;
        String value = "";
        if (!initializer.isEmpty() && dice.percent(50)) {
            String text = HostileText.random(dice);
            rule = A + "InitWith(value = " + initializer + ".class, args = " + HostileText.literal(text) + ") ";
            value = lines.isEmpty() ? Integer.toString(text.hashCode() % 1000) : "";
        } else if (!annotation.isEmpty() && dice.percent(50)) {
            rule = "@" + annotation + " ";
        } else {
            rule = A
                    + dice.pick(
                            "Ones",
                            "Normal(std = 0.02)",
                            "Uniform(a = -1)",
                            "Constant(3)",
                            "TruncNormal",
                            "Normal @org.initweights.annotation.Formula(std = \"1 / sqrt(" + sizes.get(0).text + ")\")",
                            "Normal @org.initweights.annotation.Formula(std = \"0.02\\n\\t* -(-1)\")",
                            "Uniform @org.initweights.annotation.Formula(b = \"2 - -" + sizes.get(0).text + "\")")
                    + " ";
        }
        String expectation = Expectation.ofParameter(name, expected, value);
        String type = dice.pick("float[]", "float[]", "double[]", "java.nio.FloatBuffer");
        String declaration = shape
                + rule
                + deprecated()
                + (dice.percent(75)
                        ? dice.pick("", "public ", "protected ") + type + " " + name + ";\n"
                        : behindAccessors(type, name));
        members.add(new Piece(expectation, lines, "    " + declaration));
    }

    private String behindAccessors(String type, String name) {
        int first = name.offsetByCodePoints(0, 1);
        String capital = name.substring(0, first).toUpperCase(java.util.Locale.ROOT) + name.substring(first);
        String thrown = dice.percent(5) ? " throws java.io.IOException" : "";
        return "private " + type + " " + name + ";\n    " + deprecated() + type + " " + dice.pick(name, "get" + capital)
                + "()" + thrown + " { return this."
                + name + "; }\n    " + deprecated() + "void set" + capital + "(" + type + " given)"
                + (dice.percent(5) ? " throws java.lang.Exception" : "")
                + " { this." + name + " = given; }\n";
    }

    private Size sized() {
        Size size = dice.pick(sizes);
        return switch (dice.between(0, 7)) {
            case 0 -> new Size("-(-" + size.text + ")", size.value);
            case 1 -> new Size(size.text + " - -1", size.value + 1);
            case 2 -> new Size("2 * " + size.text + " / 2", size.value);
            case 3 -> new Size("5 - (" + size.text + " - 3) - 1", 7 - size.value);
            case 4 -> new Size("3", 3);
            case 5 -> new Size(size.text + " * " + size.text, size.value * size.value);
            default -> size;
        };
    }

    private void subModel(String model, String annotation) {
        String type = names.type();
        String field = names.member();
        String inner = names.member();
        String modifiers = dice.percent(8) ? "private " : dice.pick("", "public ", "protected ");
        boolean closeable = !modifiers.equals("private ") && dice.percent(30);
        members.add(Piece.of("    " + deprecated() + modifiers + "static class " + type
                + (closeable ? " implements java.io.Closeable" : "") + " {\n        "
                + A + "Shape({2, 2}) " + (annotation.isEmpty() ? A + "Normal" : dice.pick("@" + annotation, A + "Ones"))
                + " float[] " + inner + ";\n"
                + (closeable ? "        @java.lang.Override public void close() {}\n" : "") + "    }\n"));
        String held = type;
        if (closeable && variables.isEmpty()) {
            held = names.type();
            variables = "<" + held + " extends " + model + "." + type + " & java.io.Closeable>";
        }
        members.add(Piece.of("    " + deprecated()
                + switch (dice.between(0, 4)) {
                    case 0 -> held + "[] " + field + ";\n";
                    case 1 -> "final java.util.List<" + held + "> " + field + " = new java.util.ArrayList<>();\n";
                    case 2 ->
                        "final java.util.Map<java.lang.String, " + dice.pick("", "? extends ") + held + "> " + field
                                + " = new java.util.HashMap<>();\n";
                    default ->
                        held.equals(type)
                                ? "final " + type + " " + field + " = new " + type + "();\n"
                                : held + " " + field + ";\n";
                }));
        if (dice.percent(40)) {
            String pattern = dice.pick("**." + inner, "**", field + ".**");
            header.add(A + "InitRule(param = " + HostileText.literal(pattern) + ", use = " + ruling
                    // Lists and maps may be empty.
                    + ".class, optional = true, priority = " + header.size() + ")\n");
        }
    }

    private void add(String member) {
        members.add(Piece.of("    " + member + "\n"));
    }

    private String deprecated() {
        return dice.percent(6) ? dice.pick("@java.lang.Deprecated ", "@java.lang.Deprecated(forRemoval = true) ") : "";
    }
}
