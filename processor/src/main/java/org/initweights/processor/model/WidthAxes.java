package org.initweights.processor.model;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.internal.rule.MupRole;
import org.initweights.processor.expression.Dimension;

/** The axes of a parameter by what they are for a model that grows in width. */
public final class WidthAxes {

    private WidthAxes() {}

    /** The sizes that grow with the width, those first whose base the role has. */
    public static List<Dimension> growing(ShapeSpec shape, MupRole role) {
        return switch (role) {
            case INPUT -> out(shape);
            case OUTPUT, SHARED_READOUT -> in(shape);
            case HIDDEN ->
                Stream.concat(in(shape).stream(), out(shape).stream()).toList();
            case EMBEDDING -> last(shape);
            case VECTOR -> lastLongerThanOne(shape);
        };
    }

    /** The sizes whose product the base is compared with. */
    public static List<Dimension> width(ShapeSpec shape, MupRole role) {
        return role == MupRole.HIDDEN ? in(shape) : growing(shape, role);
    }

    /** The sizes of inputs; none of a vector. */
    public static List<Dimension> in(ShapeSpec shape) {
        return hasFan(shape)
                ? sizes(shape, roles(shape).inAxes(shape.dimensions().size()))
                : List.of();
    }

    /** The sizes of outputs; none of a vector. */
    public static List<Dimension> out(ShapeSpec shape) {
        return hasFan(shape)
                ? sizes(shape, roles(shape).outAxes(shape.dimensions().size()))
                : List.of();
    }

    /** Whether one weight has inputs and outputs. */
    public static boolean hasFan(ShapeSpec shape) {
        return shape.dimensions().size() - roles(shape).stacked() >= 2;
    }

    /** Whether at most one axis is longer than 1. */
    public static boolean isVector(ShapeSpec shape) {
        return !hasFan(shape)
                || shape.dimensions().stream()
                                .skip(stacked(shape))
                                .filter(size -> !size.size().equals(OptionalLong.of(1)))
                                .count()
                        <= 1;
    }

    private static List<Dimension> last(ShapeSpec shape) {
        return shape.dimensions().size() == stacked(shape) ? List.of() : List.of(lastOf(shape.dimensions()));
    }

    /** A vector may have axes of size 1 behind it. */
    private static List<Dimension> lastLongerThanOne(ShapeSpec shape) {
        List<Dimension> longer = shape.dimensions().stream()
                .skip(stacked(shape))
                .filter(size -> !size.size().equals(OptionalLong.of(1)))
                .toList();
        return longer.isEmpty() ? last(shape) : List.of(lastOf(longer));
    }

    private static Dimension lastOf(List<Dimension> sizes) {
        return sizes.get(sizes.size() - 1);
    }

    private static int stacked(ShapeSpec shape) {
        return roles(shape).stacked();
    }

    private static List<Dimension> sizes(ShapeSpec shape, List<Integer> axes) {
        return axes.stream().map(shape.dimensions()::get).toList();
    }

    private static AxisRoles<Dimension> roles(ShapeSpec shape) {
        return shape.roles().given();
    }
}
