package org.initweights.processor.model;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.processor.dimension.Dimension;
import org.initweights.processor.dimension.SizeVariable;
import org.initweights.processor.report.Place;

/** The shape of a parameter, whose sizes may be known only when a model is built. */
public record ShapeSpec(List<Dimension> dimensions, Layout layout, int groups, Place place) {

    /**
     * Checks what is known of the shape.
     *
     * @throws org.initweights.InitializationException if there is no such shape
     */
    public void check() {
        if (known().isEmpty()) {
            // Whether the groups divide the channels is not known yet, but whether there can be so many is.
            example().withGroups(Math.min(groups, 1));
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
        return Optional.of(TensorShape.of(sizes).withLayout(layout).withGroups(groups));
    }

    /** The sizes of the model that this shape depends on. */
    public List<SizeVariable> variables() {
        return dimensions.stream()
                .flatMap(dimension -> dimension.variables().stream())
                .toList();
    }

    /** Whether every size is known. */
    public boolean isKnown() {
        return dimensions.stream().allMatch(dimension -> dimension.size().isPresent());
    }

    /** A shape of the same rank with some sizes in place of those that are not known: good for checks of the rank alone. */
    public TensorShape example() {
        return TensorShape.of(dimensions.stream()
                        .mapToLong(dimension -> dimension.size().orElse(1))
                        .toArray())
                .withLayout(layout);
    }

    /** A message about {@link #example}, with the dimensions as the user wrote them. */
    public String inUsersWords(String message) {
        return message.replace(example().toString(), toString());
    }

    /** The expression that makes the shape at run time, over the variables of its dimensions. */
    public CodeBlock code() {
        CodeBlock sizes = dimensions.stream().map(Dimension::code).collect(CodeBlock.joining(", "));
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($L)", TensorShape.class, sizes);
        if (layout != Layout.OUT_IN_SPATIAL) {
            code.add(".withLayout($L)", Literals.of(layout));
        }
        if (groups != 1) {
            code.add(".withGroups($L)", groups);
        }
        return code.build();
    }

    /** The dimensions as the user wrote them: {@code [out, in / groups, 3, 3]}. */
    @Override
    public String toString() {
        return dimensions.stream().map(Dimension::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
