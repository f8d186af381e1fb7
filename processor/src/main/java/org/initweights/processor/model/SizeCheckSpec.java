package org.initweights.processor.model;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.SizeVariable;

/** Something that a size of the model must be, to be checked when there is a model. */
public sealed interface SizeCheckSpec {

    /** The sizes that it needs. */
    List<Dimension> sizes();

    /** The numbers of the model that it needs. */
    default List<SizeVariable> variables() {
        return sizes().stream()
                .flatMap(size -> size.variables().stream())
                .distinct()
                .toList();
    }

    /** A size has bounds. */
    record Range(String name, Dimension size, long min, long max) implements SizeCheckSpec {
        @Override
        public List<Dimension> sizes() {
            return List.of(size);
        }
    }

    /** A size divides another. */
    record Division(String divisorName, Dimension divisor, String multipleName, Dimension multiple)
            implements SizeCheckSpec {
        @Override
        public List<Dimension> sizes() {
            return Stream.of(divisor, multiple).toList();
        }
    }
}
