package org.initweights.processor.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.initweights.Initializer;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.internal.rule.ConstantRule;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;

/**
 * A parameter of a constant, and the others of its model: whether its units stay alike.
 *
 * @param rule the constant
 * @param others what is beside it; it may be among them
 */
record WeightsAround(ParameterSpec parameter, ConstantRule rule, List<Neighbour> others) {

    private static final List<List<String>> FACTORS = List.of(
            List.of("A", "B"),
            List.of("a", "b"),
            List.of("Down", "Up"),
            List.of("down", "up"),
            List.of("1", "2"),
            List.of("In", "Out"),
            List.of("in", "out"));
    private static final Set<String> GATE = Set.of("gate", "gates", "gated", "gating");

    /**
     * A parameter beside it.
     *
     * @param rule what it starts as; empty if that is not known
     */
    record Neighbour(ParameterSpec parameter, Optional<Initializer> rule) {

        boolean isConstant() {
            return rule.orElse(null) instanceof ConstantRule;
        }
    }

    /** Whether it is a weight whose units all start with the same value, so that nothing tells them apart. */
    boolean keepUnitsAlike() {
        return isMatrix(parameter.shape())
                && !NameWords.isBias(parameter.name())
                && !NameWords.isTable(parameter.name())
                && !isOfChannels()
                && (rule.value() != 0 || others.stream().noneMatch(this::tellsUnitsApart));
    }

    private boolean isOfChannels() {
        ChannelValues values = new ChannelValues(parameter);
        return values.areOneAxis()
                || others.stream()
                        .filter(other -> !other.parameter.name().equals(parameter.name()))
                        .anyMatch(values::areThoseOf);
    }

    /** Whether a weight has several units in and several out, as far as is known. */
    private static boolean isMatrix(ShapeSpec shape) {
        AxisRoles<Dimension> roles = shape.roles().given();
        int rank = shape.dimensions().size() - roles.stacked();
        int whole = shape.dimensions().size();
        return rank >= 2 && mayBeMany(shape, roles.outAxes(whole)) && mayBeMany(shape, roles.inAxes(whole));
    }

    private static boolean mayBeMany(ShapeSpec shape, List<Integer> axes) {
        return axes.stream().anyMatch(axis -> mayBeMany(shape.dimensions().get(axis)));
    }

    private static boolean mayBeMany(Dimension dimension) {
        return dimension.size().orElse(2) > 1;
    }

    /** The other factor of a low-rank pair, or the other side of a gate, drawn at random: it gives every unit a gradient of its own. */
    private boolean tellsUnitsApart(Neighbour other) {
        return !other.isConstant()
                && other.parameter.shape().dimensions().size() == 2
                && parameter.shape().dimensions().size() == 2
                && !other.parameter.name().equals(parameter.name())
                && (isOtherFactor(other.parameter) || isOtherSide(other.parameter));
    }

    private boolean isOtherSide(ParameterSpec other) {
        return texts(parameter).equals(texts(other))
                && (NameWords.has(parameter.name(), GATE) || NameWords.has(other.name(), GATE));
    }

    /** Whether what goes out of one goes into the other, in either order and layout. */
    private boolean isOtherFactor(ParameterSpec other) {
        return IntStream.of(0, 1)
                .filter(axis -> size(parameter, axis)
                        .text()
                        .equals(size(other, 1 - axis).text()))
                .anyMatch(axis -> arePaired(parameter.name(), other.name())
                        || (isNarrow(parameter, axis) && isNarrow(other, 1 - axis)));
    }

    private static boolean arePaired(String one, String other) {
        return FACTORS.stream()
                .anyMatch(pair -> areParts(one, other, pair.get(0), pair.get(1))
                        || areParts(one, other, pair.get(1), pair.get(0)));
    }

    private static boolean areParts(String one, String other, String ending, String otherEnding) {
        Optional<String> stem = stem(one, ending);
        return stem.isPresent() && stem.equals(stem(other, otherEnding));
    }

    private static Optional<String> stem(String name, String ending) {
        return name.endsWith(ending)
                ? Optional.of(name.substring(0, name.length() - ending.length()))
                : Optional.empty();
    }

    /** Whether a matrix is surely smaller on one axis than on the other. */
    private static boolean isNarrow(ParameterSpec factor, int axis) {
        OptionalLong inner = size(factor, axis).size();
        OptionalLong outer = size(factor, 1 - axis).size();
        return inner.isPresent() && outer.isPresent() && inner.getAsLong() < outer.getAsLong();
    }

    private static Dimension size(ParameterSpec matrix, int axis) {
        return matrix.shape().dimensions().get(axis);
    }

    private static List<String> texts(ParameterSpec parameter) {
        return parameter.shape().dimensions().stream().map(Dimension::text).toList();
    }
}
