package org.initweights.processor.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A number that formulas take from the shape of the parameter. */
public enum ShapeProperty {
    FAN_IN("fan_in"),
    FAN_OUT("fan_out"),
    IN("in"),
    OUT("out"),
    ROWS("rows"),
    KERNEL("kernel"),
    ELEMENTS("elements");

    /** The names of all. */
    public static final List<String> NAMES =
            Stream.of(values()).map(property -> property.written).toList();

    private final String written;

    ShapeProperty(String written) {
        this.written = written;
    }

    /** The property that a path means, if it means one. */
    public static Optional<ShapeProperty> named(List<String> path) {
        return Stream.of(values())
                .filter(property -> path.equals(List.of(property.written)))
                .findFirst();
    }
}
