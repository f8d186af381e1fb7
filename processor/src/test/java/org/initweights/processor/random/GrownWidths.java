package org.initweights.processor.random;

import java.util.List;

/** Writes the parameters of a model that grows with its width, each with its role, by table 8 of Tensor Programs V. */
final class GrownWidths {

    /** Standard deviations come by other operations here; floats differ in the last step at most. */
    private static final int STEPS = 1 << 29;

    private final Dice dice;
    private final GrownNames names;

    GrownWidths(Dice dice, GrownNames names) {
        this.dice = dice;
        this.names = names;
    }

    /** Members, one of each of some roles. */
    String members(String access) {
        String width = names.field();
        int size = dice.pick(4, 8, 12);
        int base = dice.pick(2, 4, 8);
        double gain = dice.pick(1.0, 2.0, 0.5);
        double wide = (double) size / base;
        StringBuilder text = new StringBuilder("    final int " + width + " = Integer.parseInt(\"" + size + "\");\n");
        String numbers = "(gain = " + gain + ", base = " + base + ") ";
        text.append(drawn(
                "@Shape(dims = \"" + width + ", 3\") @MupInput" + numbers,
                access,
                List.of(size, 3),
                gain / Math.sqrt(3),
                1,
                wide,
                1));
        if (dice.percent(60)) {
            text.append(drawn(
                    "@Shape(dims = \"" + width + ", " + width + "\") @MupHidden" + numbers,
                    access,
                    List.of(size, size),
                    gain / Math.sqrt(size),
                    1 / wide,
                    1,
                    1));
        }
        if (dice.percent(60)) {
            text.append(drawn(
                    "@Shape(dims = \"5, " + width + "\") @MupOutput" + numbers,
                    access,
                    List.of(5, size),
                    gain / Math.sqrt(base),
                    1,
                    wide,
                    1 / wide));
        }
        if (dice.percent(60)) {
            text.append(drawn(
                    "@Shape(dims = \"7, " + width + "\") @MupEmbedding(std = " + gain + ", base = " + base + ") ",
                    access,
                    List.of(7, size),
                    gain,
                    1,
                    wide,
                    1));
        }
        if (dice.percent(60)) {
            text.append(drawn(
                    "@Shape(dims = \"9, " + width + "\") @MupSharedReadout(std = " + gain + ", base = " + base + ") ",
                    access,
                    List.of(9, size),
                    gain,
                    1,
                    wide,
                    1 / wide));
        }
        if (dice.percent(60)) {
            text.append(drawn(
                    "@Shape(dims = \"8, " + width + "\") @org.initweights.annotation.Normal(std = " + gain
                            + ") @MupSharedReadout(base = " + base + ") ",
                    access,
                    List.of(8, size),
                    gain,
                    1,
                    wide,
                    1 / wide));
        }
        if (dice.percent(60)) {
            String name = names.field();
            text.append(GrownNotes.valued(name, "F32", List.of(size), 0))
                    .append(GrownNotes.role(name, 1, wide, 1))
                    .append("    @Shape(dims = \"" + width + "\") @MupVector(value = " + gain + ", base = " + base
                            + ") " + access + "float[] " + name + ";\n")
                    .append("    public double expected_" + name + "(double i0, double n0) { return " + gain + "; }\n");
        }
        return text.toString().replace("@Mup", "@org.initweights.recipe.Mup");
    }

    private String drawn(
            String annotations, String access, List<Integer> dims, double std, double adam, double sgd, double output) {
        String name = names.field();
        return GrownNotes.valued(name, "F32", dims, STEPS)
                + GrownNotes.drawn(name, false, 0, std)
                + GrownNotes.role(name, adam, sgd, output)
                + "    " + annotations + access + "float[] " + name + ";\n"
                + "    public double drawn_" + name + "(double x) { return x; }\n";
    }
}
