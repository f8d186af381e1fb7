package org.initweights.processor.random;

import java.util.List;

/**
 * A recipe with random arguments, and the formula of its paper.
 *
 * @param annotation what is written
 * @param java the formula, of indices and sizes or of what is drawn
 * @param low the lower bound of what is drawn; 0 if nothing is
 * @param high the upper bound; 0 if nothing is drawn
 */
record GrownRecipe(String annotation, List<Integer> dims, String java, double low, double high) {

    /** How many steps of a double the formula may be off before it is rounded: its operations may come in another order. */
    static final int STEPS = 64;

    /** Whether it is a function of a uniform number. */
    boolean isDrawn() {
        return low < high;
    }

    static GrownRecipe of(Dice dice) {
        int layers = dice.between(2, 6);
        int layer = dice.between(0, layers - 1);
        String of = "layer = " + layer + ", layers = " + layers;
        double x = dice.pick(100.0, 10_000.0, 500_000.0);
        double factor = dice.pick(1.0, 4.0, 0.5);
        double radius = dice.pick(0.5, 0.8);
        return switch (dice.between(0, 9)) {
            case 0 ->
                table(
                        "SinusoidalPositions(base = " + x + ")",
                        List.of(dice.between(1, 5), 2 * dice.between(1, 4)),
                        "i1 % 2 == 0 ? Math.sin(i0 / Math.pow(" + x + ", i1 / n1)) : Math.cos(i0 / Math.pow(" + x
                                + ", (i1 - 1) / n1))");
            case 1 ->
                table(
                        "RotaryFrequencies(theta = " + x + ", factor = " + factor + ")",
                        List.of(dice.between(1, 9)),
                        "Math.pow(" + x + ", -2 * i0 / (2 * n0)) / " + factor);
            case 2 -> {
                int heads = dice.between(1, 12);
                int below = Integer.highestOneBit(heads);
                yield table(
                        "AlibiSlopes",
                        List.of(heads, 1, 1),
                        "i0 < " + below + " ? Math.pow(2, -8 * (i0 + 1) / " + below + ") : Math.pow(2, -8 * (2 * (i0 - "
                                + below + ") + 1) / " + 2 * below + ")");
            }
            case 3 -> table("S4dLin", List.of(dice.between(1, 4), dice.between(1, 6)), "Math.PI * i1");
            case 4 -> table("S4dReal", List.of(dice.between(1, 4), dice.between(1, 6)), "-(i1 + 1)");
            case 5 ->
                table(
                        "Rwkv7Decay(" + of + ")",
                        List.of(1, 1, dice.between(2, 8)),
                        "-7 + 5 * Math.pow(i2 / (n2 - 1), 0.85 + Math.sqrt(" + layer + " / (" + layers
                                + " - 1.0))) + 0.5");
            case 6 ->
                table(
                        "Rwkv7Mix(exponent = 0.9, rise = 0.4, " + of + ")",
                        List.of(1, 1, dice.between(2, 8)),
                        "1 - (Math.pow(i2 / n2, 0.9 * (1 - " + layer + " / " + layers + ".0)) + 0.4 * " + layer + " / ("
                                + layers + " - 1.0))");
            case 7 ->
                new GrownRecipe(
                        "LruNu(minRadius = " + radius + ", maxRadius = 0.99)",
                        List.of(dice.between(1, 9)),
                        "Math.log(-Math.log(x) / 2)",
                        radius * radius,
                        0.99 * 0.99);
            case 8 ->
                new GrownRecipe(
                        "Mamba2ALog(minA = " + radius + ", maxA = " + layers + ")",
                        List.of(dice.between(1, 9)),
                        "Math.log(x)",
                        radius,
                        layers);
            default ->
                new GrownRecipe(
                        "GriffinRecurrent(minRadius = " + radius + ")",
                        List.of(dice.between(1, 9)),
                        "Math.log(Math.exp(-Math.log(x) / 2) - 1)",
                        radius * radius + 1e-8,
                        0.999 * 0.999 + 1e-8);
        };
    }

    private static GrownRecipe table(String annotation, List<Integer> dims, String java) {
        return new GrownRecipe(annotation, dims, java, 0, 0);
    }
}
