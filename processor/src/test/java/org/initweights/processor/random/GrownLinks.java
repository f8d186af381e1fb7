package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Ties tensors of random classes, and copies sub-models. */
final class GrownLinks {

    private static final int MOST_MODELS = 12;

    private final Dice dice;
    private final GrownNames names;
    private final List<GrownType> withTensors = new ArrayList<>();
    private final List<Tieable> tieable = new ArrayList<>();
    private boolean hasShared;

    GrownLinks(Dice dice, GrownNames names) {
        this.dice = dice;
        this.names = names;
    }

    /** A class without arguments, and a tensor of it that no rule is for. */
    private record Tieable(GrownType type, String tensor) {}

    /** A class has a tensor. */
    void addTensors(GrownType type) {
        withTensors.add(type);
    }

    /** Objects of the program are the same wherever they stand, and have tensors. */
    void addShared() {
        hasShared = true;
    }

    /** Ties and copies of a model, to whose members they add. */
    List<Piece> of(GrownBody body, boolean isRisky) {
        List<Piece> links = new ArrayList<>();
        if (!withTensors.isEmpty() && !hasShared && !isRisky && dice.percent(60)) {
            Holding held = dice.pick(withTensors).holding(dice, false).wrapped(dice, dice.pick(0, 0, 1, 2));
            if (!held.isSaid() && held.weight() > 0 && held.weight() < MOST_MODELS) {
                links.add(Piece.of(copied(body, held)));
            }
        }
        if (dice.percent(20)) {
            links.add(Piece.of(tied(body, List.of())));
        }
        if (!tieable.isEmpty() && dice.percent(70)) {
            links.add(Piece.of(tiedAcross(body, dice.pick(tieable))));
        }
        return links;
    }

    /**
     * Adds two tensors that are one. What stands before the class.
     *
     * @param types the class, if it can be made without arguments
     */
    String tied(GrownBody body, List<GrownType> types) {
        String first = names.field();
        String second = names.field();
        String type = dice.pick("float[]", "double[]", "float[][]", "FloatBuffer", "long[]");
        String table = "@Shape({2, 3}) @Table(\"i0 * 3 - i1\") ";
        String to = GrownNotes.valued(first, dtype(type), List.of(2, 3), 0)
                + (type.equals("long[]") ? GrownNotes.nonTrainable(first) : "")
                + "    " + table + "public " + type + " " + first + ";\n"
                + "    public double expected_" + first
                + "(double i0, double i1, double n0, double n1) { return i0 * 3.0 - i1; }\n";
        String tied = "    " + (dice.percent(50) ? table : "@Shape({2, 3}) ") + "public " + type + " " + second + ";\n";
        boolean before = dice.percent(50);
        body.add(before ? tied + to : to + tied, 0);
        body.markTensor();
        types.forEach(made -> tieable.add(new Tieable(made, first)));
        return GrownNotes.tied(second, first) + "@Tie(param = \"" + second + "\", to = \"" + first + "\")\n";
    }

    private static String dtype(String type) {
        return type.startsWith("double") ? "F64" : type.startsWith("long") ? "I64" : "F32";
    }

    /** Adds two sub-models of which the second begins as the first. What stands before the class. */
    private String copied(GrownBody body, Holding held) {
        String first = names.field();
        String second = names.field();
        String value = held.value().get();
        boolean buffers = dice.percent(50);
        String from = "    final " + held.type() + " " + first + " = " + value + ";\n";
        String copy = (buffers ? GrownNotes.nonTrainable(second) + "    @NonTrainable" : "   ") + " final "
                + held.type() + " " + second + " = " + value + ";\n";
        body.add(dice.percent(50) ? from + copy : copy + from, 2 * held.weight());
        return GrownNotes.copied(second, first) + "@Copy(param = \"" + second + ".**\", from = \"" + first + ".**\")\n";
    }

    /** Adds two sub-models of which one has a tensor of the other. What stands before the class. */
    private String tiedAcross(GrownBody body, Tieable tieable) {
        String type = tieable.type.name();
        String first = names.field();
        String second = names.field();
        body.add("    " + type + " " + first + " = new " + type + "();\n", tieable.type.weight());
        body.add("    " + type + " " + second + " = new " + type + "();\n", tieable.type.weight());
        String tied = second + "." + tieable.tensor;
        String to = first + "." + tieable.tensor;
        return GrownNotes.tied(tied, to) + "@Tie(param = \"" + tied + "\", to = \"" + to + "\")\n";
    }
}
