package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of a random parameter.
 *
 * @param annotation what is written
 * @param elements how many elements that gives, if it is known
 * @param rank how many dimensions
 */
record RandomShape(String annotation, long elements, int rank) {

    private static final int MOST_ELEMENTS = 20_000;
    private static final List<Integer> SIZES = List.of(1, 2, 3, 4, 6, 8, 12, 24);

    /** Sizes as a model of {@link ModelGenerator} can say them. */
    private static final List<Size> EXPRESSIONS = List.of(
            new Size("size", 6),
            new Size("wide", 8),
            new Size("heads()", 2),
            new Size("C", 4),
            new Size("size * heads()", 12),
            new Size("(size + wide) / 2", 7),
            new Size("wide - size", 2),
            new Size("config.hidden", 16),
            new Size("3 * C", 12),
            new Size("-(-size)", 6),
            new Size("- -shape", 3),
            new Size("shape - -ruled", 5),
            new Size("FLOATS", 4),
            new Size("Math * TensorShape", 6),
            new Size("a$b", 2),
            new Size("model + parameters", 5),
            new Size("2 - (shape - 4)", 3),
            new Size("boxed", 4),
            new Size("bound.inner.hidden", 16),
            new Size("bound.inner()", 3),
            new Size("random * (ruled - -1)", 6));

    /** Wrong, now or when the model is built. */
    private static final List<Size> MISTAKES = List.of(
            new Size("size - wide", -2),
            new Size("size +", 1),
            new Size("sise", 1),
            new Size("config.hiden", 1),
            new Size("size / (C - 4)", 1),
            new Size("\\u00e9", 1),
            new Size("99999999999", 1),
            new Size("heads", 1),
            new Size("secret.n", 2),
            new Size("thrown()", 2),
            new Size("shape / (ruled - 2)", 1),
            new Size("", 1));

    private record Size(String text, long value) {}

    static RandomShape of(Dice dice, int rank) {
        List<Size> sizes = new ArrayList<>();
        long elements = 1;
        boolean symbolic = rank > 0 && dice.percent(35);
        for (int axis = 0; axis < rank; axis++) {
            Size size = size(dice, symbolic);
            if (elements * size.value > MOST_ELEMENTS) {
                size = new Size("1", 1);
            }
            elements *= size.value;
            sizes.add(size);
        }
        String dims = sizes.stream().map(Size::text).collect(Collectors.joining(", "));
        String value = symbolic ? "dims = \"" + dims + "\"" : "value = {" + dims + "}";
        return new RandomShape("@Shape(" + value + roles(dice, rank) + ")", elements, rank);
    }

    private static Size size(Dice dice, boolean symbolic) {
        if (symbolic && dice.percent(70)) {
            return dice.percent(1) ? dice.pick(MISTAKES) : dice.pick(EXPRESSIONS);
        }
        int size = dice.percent(1) ? 0 : dice.percent(1) ? -dice.pick(SIZES) : dice.pick(SIZES);
        return new Size(Integer.toString(size), size);
    }

    private static String roles(Dice dice, int rank) {
        String roles = "";
        if (dice.percent(15)) {
            roles += ", layout = Layout." + dice.pick("OUT_IN_SPATIAL", "SPATIAL_IN_OUT", "IN_OUT_SPATIAL");
        }
        if (dice.percent(3)) {
            roles += ", groups = " + dice.pick(1, 2, 2, 3, 0);
        }
        if (dice.percent(3)) {
            roles += ", packed = " + dice.pick(1, 2, 2, 3, 4, -1);
        }
        if (dice.percent(3)) {
            roles += ", stacked = " + dice.between(0, rank);
        }
        return roles;
    }
}
