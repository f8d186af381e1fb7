package org.initweights.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.processor.dimension.SizeVariable;

/** A field that holds a parameter. */
public record ParameterSpec(
        String name, Access access, StorageSpec storage, ShapeSpec shape, InitializerSpec initializer)
        implements Member {

    /** What will be written, if it is known while the model compiles. */
    public Optional<Fill> fill() {
        return initializer
                .rule()
                .filter(rule -> isKnown())
                .flatMap(rule -> shape.known().map(rule::resolve));
    }

    /** Whether every size that the initializer looks at is known while the model compiles. */
    public boolean isKnown() {
        return shape.isKnown() && initializer.weight().map(ShapeSpec::isKnown).orElse(true);
    }

    /** The sizes of the model that must be known at run time. */
    public List<SizeVariable> variables() {
        return Stream.concat(shape.variables().stream(), initializer.variables().stream())
                .toList();
    }
}
