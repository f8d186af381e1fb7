package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Writes the members of a random class: tensors and sub-models. Each field of a program has a name of its own, f1, f2 …. */
final class GrownBody {

    private static final int MOST_MODELS = 40;

    private final Dice dice;
    private final GrownNames names;
    private final boolean isFar;
    private final boolean isRisky;
    private final List<Piece> members = new ArrayList<>();
    private int weight = 1;
    private boolean hasTensor;

    /**
     * @param isFar whether others use it from another package
     * @param isRisky whether there may be something that has to be spoken of
     */
    GrownBody(Dice dice, GrownNames names, boolean isFar, boolean isRisky) {
        this.dice = dice;
        this.names = names;
        this.isFar = isFar;
        this.isRisky = isRisky;
    }

    List<Piece> members() {
        return members;
    }

    /** How many models there are in an object. */
    int weight() {
        return weight;
    }

    boolean hasTensor() {
        return hasTensor;
    }

    /** A member that somebody else has written. */
    void add(String text, int models) {
        members.add(Piece.of(text));
        weight += models;
    }

    /** That a tensor is among what was added. */
    void markTensor() {
        hasTensor = true;
    }

    /** Parameters of a model that grows in width. */
    void widths() {
        hasTensor = true;
        members.add(Piece.of(new GrownWidths(dice, names).members(access())));
    }

    private String access() {
        return isFar ? "public " : dice.pick("", "", "public ", "protected ");
    }

    /** A parameter. Its name. */
    String tensor(String owner) {
        return dice.percent(40) ? valued() : constant(owner);
    }

    private String valued() {
        GrownValues.Member member = new GrownValues(dice, names).member(access());
        hasTensor = true;
        members.add(Piece.of(member.text()));
        return member.field();
    }

    /** A parameter of which each element is one number. */
    private String constant(String owner) {
        String name = names.field();
        String note = GrownNotes.constant(name, owner, names.constant(name));
        String rule = "@Constant(" + names.constant(name) + ") ";
        hasTensor = true;
        switch (dice.between(0, 13)) {
            case 0 -> members.add(field(note, "@Shape({2, 3}) " + rule, "float[][]", name, ""));
            case 1 -> members.add(field(note, "@Shape({2, 1, 2}) " + rule, "double[][][]", name, ""));
            case 2 -> members.add(field(note, "@Shape({2, 3}) " + rule, "FloatBuffer", name, ""));
            case 3 -> members.add(field(note, "@Shape(4) " + rule, "DoubleBuffer", name, ""));
            case 4 -> members.add(field(note, "@Shape({2, 2}) " + rule, "final double[]", name, " = new double[4]"));
            case 5 -> members.add(field(note, "@Shape({2, 3}) " + rule, "float[]", name, " = new float[6]"));
            case 6 -> members.add(behindGetter(note, "@Shape(3) " + rule, "float[]", name));
            case 7 -> optional(note, rule, name);
            case 8 ->
                members.add(field(
                        note + GrownNotes.absent(name),
                        "@Nullable @Shape({2, 2}) " + rule,
                        "final float[]",
                        name,
                        " = Optional.<float[]>empty().orElse(null)"));
            case 9 -> {
                String groups = names.field();
                members.add(Piece.of("    final int " + groups + " = Integer.parseInt(\"2\");\n"
                        + field(
                                        note,
                                        "@Shape(value = {4, 2}, groupsOf = \"" + groups + "\") " + rule,
                                        "float[]",
                                        name,
                                        "")
                                .text()));
            }
            default -> members.add(field(note, "@Shape(3) " + rule, dice.pick("float[]", "double[]"), name, ""));
        }
        return name;
    }

    private void optional(String note, String rule, String name) {
        String condition = names.field();
        boolean there = dice.percent(50);
        String declared = dice.percent(50)
                ? "final boolean " + condition + " = " + there + ";"
                : "boolean " + condition + "() { return " + there + "; }";
        String called = declared.endsWith("}") ? condition + "()" : condition;
        members.add(Piece.of("    " + declared + "\n"
                + field(
                                note + (there ? "" : GrownNotes.absent(name)),
                                "@Shape(value = 3, onlyIf = \"" + called + "\") " + rule,
                                "float[]",
                                name,
                                "")
                        .text()));
    }

    /** A parameter of a model in a list, as long as its index says. */
    void indexed(String owner) {
        String name = names.field();
        hasTensor = true;
        members.add(field(
                GrownNotes.constant(name, owner, names.constant(name)) + GrownNotes.indexed(name),
                "@Shape(dims = \"index + 1\") @Constant(" + names.constant(name) + ") ",
                "float[]",
                name,
                ""));
    }

    /** An array that is no parameter: skipped, or forgotten. */
    void other() {
        String name = names.field();
        if (isRisky && dice.percent(30)) {
            members.add(field(GrownNotes.said(name), "", "float[]", name, " = new float[2]"));
        } else if (isRisky && dice.percent(20)) {
            members.add(Piece.of(GrownNotes.said(name) + GrownNotes.constant(name, "", 2)
                    + "    @Shape(3) @Constant(2) private float[] " + name + ";\n"));
        } else {
            members.add(field("", "@Skip ", dice.pick("float[]", "double[][]"), name, " = {}"));
        }
    }

    /** A field of a type, or of what holds it. */
    void holder(GrownType type) {
        if (!type.hasValues(isFar)) {
            return;
        }
        Holding held = type.holding(dice, isFar);
        if (isRisky && dice.percent(6)) {
            anonymous(type);
            return;
        }
        held = held.wrapped(dice, dice.pick(0, 0, 1, 1, 1, 2, 2, 3));
        if (isRisky && dice.percent(10)) {
            held = held.lost(dice).wrapped(dice, dice.pick(0, 0, 1));
        }
        holder(held);
    }

    private void anonymous(GrownType type) {
        if (!type.isOpen() || !type.isVisited()) {
            return;
        }
        String added = names.field();
        String name = names.field();
        add(
                GrownNotes.constant(added, "", 3) + GrownNotes.said(added) + GrownNotes.said(name) + "    "
                        + type.name() + " " + name + " = new " + type.name() + "() { @Shape(2) @Constant(3) float[] "
                        + added + " = new float[2]; };\n",
                type.weight());
    }

    /** A field that has a value. */
    void holder(Holding held) {
        if (weight + held.weight() > MOST_MODELS) {
            return;
        }
        weight += held.weight();
        String name = names.field();
        String note = held.isSaid() ? GrownNotes.said(name) : "";
        String type = held.type();
        String value = " = " + held.value().get();
        if (dice.percent(5)) {
            members.add(field("", "@Skip ", "final " + type, name, value));
        } else if (dice.percent(15)) {
            members.add(Piece.of(note + "    private final " + type + " " + name + value + ";\n" + getter(type, name)));
        } else if (isRisky && dice.percent(5)) {
            members.add(Piece.of(GrownNotes.said(name) + "    private final " + type + " " + name + value + ";\n"));
        } else {
            members.add(field(note, "", dice.pick("final ", "") + type, name, value));
            if (!held.isSaid() && dice.percent(6)) {
                String again = names.field();
                members.add(field("", "", "final " + type, again, " = " + name));
            }
        }
    }

    /** A field that a subclass sets. */
    void slot(String type, String name) {
        members.add(field("", "", type, name, ""));
    }

    private Piece behindGetter(String note, String annotations, String type, String name) {
        String capital = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        return Piece.of(note + "    " + annotations + "private " + type + " " + name + ";\n" + getter(type, name)
                + "    public void set" + capital + "(" + type + " " + name + ") { this." + name + " = " + name
                + "; }\n");
    }

    private String getter(String type, String name) {
        String capital = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        return "    public " + type + " " + dice.pick(name, "get" + capital) + "() { return " + name + "; }\n";
    }

    private Piece field(String note, String annotations, String type, String name, String value) {
        return Piece.of(note + "    " + annotations + access() + type + " " + name + value + ";\n");
    }
}
