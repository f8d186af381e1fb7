package org.initweights.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.rule.PlacedSlice;
import org.initweights.internal.rule.SlicedRule;
import org.initweights.processor.expression.SizeVariable;

/**
 * A slice of an axis of a parameter that follows a rule of its own.
 *
 * @param places which places these are
 * @param place where the user said so
 */
public record SliceSpec(AxisPlaces places, InitializerSpec initializer, Place place) {

    /** The slice and its rule, if both are known while the model compiles. */
    public Optional<SlicedRule.Part> known() {
        return initializer.isKnown()
                ? places.known().flatMap(slice -> initializer.rule().map(rule -> new SlicedRule.Part(slice, rule)))
                : Optional.empty();
    }

    /** The slice as a parameter of its own, if it is known which places it has, and the whole has them. */
    public Optional<TensorShape> shapeIn(TensorShape whole) {
        return placedIn(whole).map(PlacedSlice::shape);
    }

    /** The slice in a shape, if it is known which places it has, and the shape has them. */
    public Optional<PlacedSlice> placedIn(TensorShape whole) {
        try {
            return places.known().map(slice -> PlacedSlice.of(slice, whole));
        } catch (InitializationException e) {
            // It is reported as what resolving the slice refuses.
            return Optional.empty();
        }
    }

    /** Whether its places or its initializer are numbers of the model. */
    public boolean takesNumbers() {
        return !places.variables().isEmpty() || initializer.call().takesNumbers();
    }

    /** The numbers of the model that must be known at run time. */
    public List<SizeVariable> variables() {
        return Stream.concat(places.variables().stream(), initializer.variables().stream())
                .toList();
    }

    /** Which places, as the user wrote them. */
    @Override
    public String toString() {
        return places.toString();
    }
}
