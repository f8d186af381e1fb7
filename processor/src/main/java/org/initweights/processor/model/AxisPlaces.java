package org.initweights.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.initweights.AxisSlice;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.SizeVariable;

/**
 * Which places of an axis a slice has.
 *
 * @param axis counted from 0; 0 has the rows
 * @param from the first place; of an interleaved axis, in each block
 * @param to the first place that no longer belongs to them
 * @param step from place to place, at least 1
 * @param every how many places a block of an interleaved axis has
 */
public record AxisPlaces(int axis, Dimension from, Dimension to, int step, Optional<Dimension> every) {

    /** Rows that follow each other. */
    public static AxisPlaces rows(Dimension from, Dimension to) {
        return new AxisPlaces(0, from, to, 1, Optional.empty());
    }

    /** Whether these are rows that follow each other. */
    public boolean areRows() {
        return axis == 0 && step == 1 && every.isEmpty();
    }

    /** The slice, if its numbers are known while the model compiles. */
    public Optional<AxisSlice> known() {
        OptionalLong block = every.map(Dimension::size).orElse(OptionalLong.of(0));
        return from.size().isPresent() && to.size().isPresent() && block.isPresent()
                ? Optional.of(
                        new AxisSlice(axis, from.size().getAsLong(), to.size().getAsLong(), step, block.getAsLong()))
                : Optional.empty();
    }

    /** What these places are counted in: a block, or the axis. */
    public Dimension end(ShapeSpec whole) {
        return every.orElseGet(() -> whole.dimensions().get(axis));
    }

    /** The numbers that a model may have to give. */
    public Stream<Dimension> dimensions() {
        return Stream.concat(Stream.of(from, to), every.stream());
    }

    /** The numbers of the model that must be known at run time. */
    public List<SizeVariable> variables() {
        return dimensions().flatMap(size -> size.variables().stream()).toList();
    }

    /** Which places, by number if that is known. */
    public String words() {
        return known().map(AxisSlice::toString).orElseGet(this::written);
    }

    /** As the user wrote them, with what they are: {@code rows 0 : half}. */
    public String written() {
        return (axis == 0 ? "rows " : "") + this;
    }

    /** As the user wrote them. */
    @Override
    public String toString() {
        return from.text() + " : " + to.text() + (step == 1 ? "" : " : " + step)
                + every.map(block -> " of every " + block.text()).orElse("") + (axis == 0 ? "" : " of axis " + axis);
    }
}
