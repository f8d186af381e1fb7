package org.initweights.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.TensorShape;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.SizeVariable;

/**
 * The shape of a parameter, whose sizes may be known only when a model is built.
 *
 * @param place where the sizes were given
 * @param layoutPlace where the layout was given
 */
public record ShapeSpec(List<Dimension> dimensions, DeclaredAxisRoles roles, Place place, Place layoutPlace) {

    /**
     * Checks what is known of the shape.
     *
     * @throws org.initweights.InitializationException if there is no such shape
     */
    public void check() {
        if (known().isEmpty()) {
            // Whether the groups divide the channels is not known yet, but whether there can be this many groups is
            // known.
            roles.forUnknownSizes().applyTo(example());
        }
    }

    /** The shape, if every size is known. */
    public Optional<TensorShape> known() {
        if (!isKnown()) {
            return Optional.empty();
        }
        long[] sizes = dimensions.stream()
                .mapToLong(dimension -> dimension.size().getAsLong())
                .toArray();
        return Optional.of(roles.applyTo(TensorShape.of(sizes)));
    }

    /** The sizes of the model that this shape depends on. */
    public List<SizeVariable> variables() {
        return Stream.concat(
                        dimensions.stream().flatMap(dimension -> dimension.variables().stream()),
                        roles.variables().stream())
                .toList();
    }

    /** Whether every size is known. */
    public boolean isKnown() {
        return roles.isKnown()
                && dimensions.stream().allMatch(dimension -> dimension.size().isPresent());
    }

    /** A shape of the same rank with some sizes in place of those that are not known: good for checks of the rank alone. */
    public TensorShape example() {
        return example(1);
    }

    /** A shape of the same rank with this size in place of those that are not known. */
    public TensorShape example(long unknown) {
        TensorShape sizes = TensorShape.of(dimensions.stream()
                .mapToLong(dimension -> dimension.size().orElse(unknown))
                .toArray());
        if (roles.given().axes().isPresent()) {
            return sizes.withAxes(roles.given().axes().get());
        }
        return sizes.withStacked(Math.max(0, Math.min(roles.given().stacked(), dimensions.size())))
                .withLayout(roles.given().layout());
    }

    /** A message about {@link #example}, with the dimensions as the user wrote them. */
    public String inUsersWords(String message) {
        return message.replace(example().toString(), toString());
    }

    /** The dimensions as the user wrote them: {@code [out, in / groups, 3, 3]}. */
    @Override
    public String toString() {
        return dimensions.stream().map(Dimension::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
