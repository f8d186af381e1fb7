package org.initweights.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.initweights.internal.rule.SlicedRule;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.SizeVariable;

/**
 * Rows of a parameter that follow a rule of their own.
 *
 * @param from the first row
 * @param to the first row that no longer belongs to them
 * @param place where the user said so
 */
public record SliceSpec(Dimension from, Dimension to, InitializerSpec initializer, Place place) {

    /** The rows and their rule, if both are known while the model compiles. */
    public Optional<SlicedRule.Rows> known() {
        return initializer.isKnown() && hasKnownRows() ? initializer.rule().map(this::rows) : Optional.empty();
    }

    /** Whether it is known which rows these are. */
    public boolean hasKnownRows() {
        return from.size().isPresent() && to.size().isPresent();
    }

    /** The rows as a parameter of their own, if it is known which they are. */
    public Optional<TensorShape> shapeIn(TensorShape whole) {
        return hasKnownRows() ? Optional.of(rows(Initializers.zeros()).shapeIn(whole)) : Optional.empty();
    }

    private SlicedRule.Rows rows(Initializer rule) {
        return new SlicedRule.Rows(from.size().orElseThrow(), to.size().orElseThrow(), rule);
    }

    /** The numbers of the model that must be known at run time. */
    public List<SizeVariable> variables() {
        return Stream.of(from.variables(), to.variables(), initializer.variables())
                .flatMap(List::stream)
                .toList();
    }

    /** Which rows, by number if that is known. */
    public String words() {
        return hasKnownRows() ? rows(Initializers.zeros()).toString() : "rows " + this;
    }

    /** The rows as the user wrote them. */
    @Override
    public String toString() {
        return from.text() + " : " + to.text();
    }
}
