package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;
import org.initweights.processor.random.GrownNotes.Rule;

/**
 * Writes random programs around a model of models: holders in holders, hierarchies in two packages, type variables, rules, parameters
 * that there may be. What the text of a program does not say by Java alone, it says in notes beside the fields, {@link GrownNotes}. In
 * some programs there is what nobody can initialise, so that somebody has to speak of it.
 */
final class GrownProgram {

    private static final String IMPORTS = """
            import java.nio.*;
            import java.util.*;
            import java.util.concurrent.atomic.AtomicReference;
            import java.util.function.Supplier;
            import org.initweights.annotation.*;

            """;

    /** Python's remainder, by arithmetic without rounding. */
    private static final String PLAIN = """
            import java.math.BigDecimal;
            public final class Plain {
                private Plain() {}
                public static double mod(double a, double b) {
                    double rest = new BigDecimal(a).remainder(new BigDecimal(b)).doubleValue();
                    return rest == 0 ? Math.copySign(0, b) : rest < 0 == b < 0 ? rest : rest + b;
                }
            }
            """;

    private final Dice dice;
    private final String home;

    GrownProgram(long seed, String home) {
        this.dice = new Dice(seed);
        this.home = home;
    }

    Piece program() {
        GrownNames names = new GrownNames();
        boolean risky = dice.percent(35);
        GrownTypes types = new GrownTypes(dice, names, home, risky);
        for (int i = dice.between(2, 6); i > 0; i--) {
            types.grow();
        }
        GrownBody body = types.body(false);
        body.tensor("");
        types.hold(body, false, dice.between(1, 4));
        List<Piece> links = types.links().of(body, risky);
        List<Piece> members = new ArrayList<>(body.members());
        members.addAll(types.nested());
        List<Piece> header = new ArrayList<>(links);
        types.rules().forEach(rule -> header.add(rule(rule, types)));
        List<Piece> files = new ArrayList<>(types.files());
        files.add(Piece.of(SourceFolder.file(home + "/far/Nullable.java") + "package " + home
                + ".far;\npublic @interface Nullable {}\n"));
        files.add(Piece.of(SourceFolder.file(home + "/far/Plain.java") + "package " + home + ".far;\n" + PLAIN));
        files.add(new Piece(
                SourceFolder.file(home + "/Net.java") + header(home, home),
                List.of(new Piece("@InitWeights\n", header, ""), new Piece("public class Net {\n", members, "}\n")),
                ""));
        return new Piece("", files, "");
    }

    /** The beginning of a file. */
    static String header(String packageName, String home) {
        return "package " + packageName + ";\nimport " + home + ".far.Nullable;\nimport " + home + ".far.Plain;\n"
                + IMPORTS;
    }

    private static Piece rule(Rule rule, GrownTypes types) {
        return Piece.of(GrownNotes.rule(rule) + "@InitRule(type = " + types.reference(rule.type())
                + ".class, param = \"" + rule.field() + "\", use = " + (rule.value() == 0 ? "Zeros" : "Ones")
                + ".class, priority = " + rule.priority() + ", optional = true)\n");
    }
}
