package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes random programs around one model each: with names, types, access and text as few people write them, but as Java allows.
 * A program lies in packages of its own. What its model should have is said beside each parameter, in a comment that
 * {@link Expectation} reads.
 */
final class HostileProgram {

    private static final String FILLS = """
            public final class Fills {
                public static org.initweights.Fill constant(int value, org.initweights.TensorShape shape) {
                    return org.initweights.Initializers.constant(value).resolve(shape);
                }
            }
            """;

    private final Dice dice;
    private final HostileNames names;
    private final String home;
    private final String base;

    HostileProgram(long seed, String root) {
        this.dice = new Dice(seed);
        this.names = new HostileNames(dice);
        this.home = root + "." + names.subpackage();
        this.base = root + ".base";
    }

    Piece program() {
        List<Piece> files = new ArrayList<>();
        files.add(file(base, "Fills", List.of(Piece.of(FILLS))));
        for (int i = dice.between(0, 3); i > 0; i--) {
            String type = names.type();
            files.add(file(
                    home,
                    type,
                    List.of(Piece.of(pick("class ", "public final class ", "enum ", "interface ") + type + " {}\n"))));
        }
        String outer = dice.percent(40) ? names.type() : "";
        String model = names.type();
        boolean parent = dice.percent(35);
        boolean nestedParent = parent && !outer.isEmpty() && dice.percent(40);
        if (parent) {
            files.add(parentFile(nestedParent));
        }
        String extended = !parent ? "" : " extends " + (nestedParent ? "Within" : base + ".Base");
        Piece declaration = new HostileModel(dice, names, base)
                .declaration(model, outer.isEmpty(), extended + (parent && !nestedParent ? bound() : ""));
        if (!outer.isEmpty()) {
            String around = nestedParent ? " extends " + base + ".Base" : "";
            declaration =
                    new Piece(deprecated() + "public class " + outer + around + " {\n", List.of(declaration), "}\n");
        }
        files.add(new Piece(
                SourceFolder.file(path(home, outer.isEmpty() ? model : outer)) + "package " + home + ";\n",
                List.of(declaration),
                ""));
        String binary = home + "." + (outer.isEmpty() ? "" : outer + "$") + model;
        String init = home + "." + (outer.isEmpty() ? "" : outer + "_") + model + "Init";
        return new Piece(Expectation.ofClasses(binary, init), files, "");
    }

    /** What the parent's type variable is bound to. */
    private String bound() {
        return dice.percent(60) ? "<" + base + ".Base.Conf>" : "<" + base + ".Base.More>";
    }

    private Piece parentFile(boolean nested) {
        List<Piece> members = new ArrayList<>();
        String access = pick("public ", "protected ", "");
        members.add(Piece.of("    public static class Conf { public int wide; { wide = 3; } }\n"));
        members.add(Piece.of("    public static class More extends Conf { public int more; { more = 4; } }\n"));
        members.add(
                Piece.of("    " + access + "C conf;\n    protected final void configure(C given) { conf = given; }\n"));
        members.add(Piece.of("    @org.initweights.annotation.Shape(3) @org.initweights.annotation.Ones "
                + pick("public ", "protected ", "") + "float[] fromBase;\n"));
        if (dice.percent(40)) {
            members.add(Piece.of("    " + pick("protected ", "public ", "")
                    + "static class Part { @org.initweights.annotation.Shape(2) @org.initweights.annotation.Ones float[] part; }\n"
                    + "    " + pick("public ", "protected ") + "final Part inBase = new Part();\n"));
        }
        if (dice.percent(40)) {
            members.add(Piece.of(
                    "    @org.initweights.annotation.Shape(dims = \"conf.wide\") @org.initweights.annotation.Zeros "
                            + "public float[] ofBound;\n"));
        }
        if (nested) {
            members.add(Piece.of("    " + pick("protected ", "public ", "protected ") + "static class Within {\n"
                    + "        @org.initweights.annotation.Shape(3) @org.initweights.annotation.Ones protected float[] within;\n"
                    + "        protected Within() {}\n    }\n"));
        }
        return file(
                base,
                "Base",
                List.of(new Piece(
                        deprecated() + "public class Base<C extends " + (nested ? "Object" : "Base.Conf") + "> {\n",
                        members,
                        "}\n")));
    }

    private Piece file(String packageName, String type, List<Piece> declarations) {
        return new Piece(
                SourceFolder.file(path(packageName, type)) + "package " + packageName + ";\n", declarations, "");
    }

    private static String path(String packageName, String type) {
        return packageName.replace('.', '/') + "/" + type + ".java";
    }

    private String deprecated() {
        return dice.percent(10) ? pick("@java.lang.Deprecated ", "@java.lang.Deprecated(forRemoval = true) ") : "";
    }

    private String pick(String... choices) {
        return dice.pick(choices);
    }
}
