package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import org.initweights.Axes;
import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.annotation.Shape;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.DimensionReader;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Source;
import org.initweights.processor.model.DeclaredAxisRoles;
import org.initweights.processor.model.Place;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.AnnotationWords;
import org.initweights.processor.report.Findings;

/** Reads {@code @Shape}. */
final class ShapeReader {

    private static final List<String> AXES = List.of("inAxes", "outAxes", "batchAxes");
    private static final List<String> BESIDE_LAYOUT =
            List.of("layout", "groups", "groupsOf", "packed", "packedOf", "stacked");

    private final AnnotationFinder annotations;
    private final SourceTrees sources;
    private final DimensionReader dimensions;
    private final Findings findings;

    ShapeReader(AnnotationFinder annotations, SourceTrees sources, DimensionReader dimensions, Findings findings) {
        this.annotations = annotations;
        this.sources = sources;
        this.dimensions = dimensions;
        this.findings = findings;
    }

    Optional<ShapeSpec> read(VariableElement field) {
        Optional<AnnotationView> shape = annotations.find(field, Shape.class);
        if (shape.isEmpty() && sources.hasUnresolvedAnnotation(field)) {
            return Optional.empty();
        }
        if (shape.isEmpty()) {
            findings.error(
                    annotations.place(field),
                    "MissingShape",
                    field.getSimpleName() + ": no shape; add @Shape({64, 3}), or @Shape(dims = \"out, in\") for sizes "
                            + "that are known only when the model is built");
            return Optional.empty();
        }
        return read(field, shape.get());
    }

    private Optional<ShapeSpec> read(VariableElement field, AnnotationView shape) {
        boolean literal = shape.isExplicit("value");
        boolean symbolic = shape.isExplicit("dims");
        if (literal == symbolic) {
            findings.error(
                    shape.place(),
                    "ShapeForm",
                    field.getSimpleName() + ": @Shape needs either sizes, @Shape({64, 3}), or dims = \"out, in\""
                            + (literal ? ", not both" : "; a scalar is @Shape({})"));
            return Optional.empty();
        }
        Place place = shape.place(literal ? "value" : "dims");
        try {
            List<Dimension> sizes = literal ? numbers(field, shape) : dimensions.read(shape.string("dims"));
            ShapeSpec spec = new ShapeSpec(sizes, roles(sizes, shape), place, shape.place("layout"));
            spec.check();
            return Optional.of(spec);
        } catch (ExpressionException e) {
            findings.error(
                    e.member().isEmpty() ? place : shape.place(e.member()),
                    e.offset(),
                    e.id(),
                    field.getSimpleName() + ": " + e.getMessage());
        } catch (InitializationException e) {
            findings.error(
                    e.argument() == null ? place : placeOf(e.argument(), shape),
                    e.id(),
                    field.getSimpleName() + ": " + e.subject() + " " + AnnotationWords.problem(e));
        }
        return Optional.empty();
    }

    /** Where a role was given, as a number or as a size of the model. */
    private static Place placeOf(String role, AnnotationView shape) {
        return shape.isExplicit(role) ? shape.place(role) : shape.place(role + "Of");
    }

    private List<Dimension> numbers(VariableElement field, AnnotationView shape) throws ExpressionException {
        List<Dimension> sizes = new ArrayList<>();
        for (AnnotationValue value : shape.list("value")) {
            int size = (Integer) value.getValue();
            OptionalLong computed = field.getAnnotationMirrors().stream()
                    .filter(mirror -> mirror.getAnnotationType().asElement().equals(shape.type()))
                    .map(mirror -> sources.computed(field, mirror, value))
                    .findFirst()
                    .orElse(OptionalLong.empty());
            if (computed.isPresent() && computed.getAsLong() != size) {
                throw ConstantOverflow.of("a size", computed.getAsLong(), size);
            }
            sizes.add(Dimension.of(size));
        }
        return sizes;
    }

    private DeclaredAxisRoles roles(List<Dimension> sizes, AnnotationView shape) throws ExpressionException {
        boolean axes = AXES.stream().anyMatch(shape::isExplicit);
        if (axes) {
            checkAxesAlone(shape);
            return ofAxes(sizes, axes(shape));
        }
        return new DeclaredAxisRoles(
                new AxisRoles<>(
                        shape.constant("layout", Layout.class),
                        Optional.empty(),
                        count(shape, "groups", "groupsOf"),
                        count(shape, "packed", "packedOf"),
                        shape.integer("stacked")),
                shape.isExplicit("layout"),
                shape.isExplicit("groups") || shape.isExplicit("groupsOf"));
    }

    private static Axes axes(AnnotationView shape) {
        return new Axes(numbers(shape, "inAxes"), numbers(shape, "outAxes"), numbers(shape, "batchAxes"));
    }

    private static List<Integer> numbers(AnnotationView shape, String member) {
        return shape.list(member).stream()
                .map(axis -> (Integer) axis.getValue())
                .toList();
    }

    private static void checkAxesAlone(AnnotationView shape) throws ExpressionException {
        for (String other : BESIDE_LAYOUT) {
            if (shape.isExplicit(other)) {
                throw new ExpressionException(
                                "ShapeAxes",
                                "inAxes, outAxes and batchAxes say what " + other
                                        + " would; drop it, or name a layout instead of axes")
                        .in(other);
            }
        }
    }

    /** The roles that axes say, in the words of a layout where one has the same. */
    private static DeclaredAxisRoles ofAxes(List<Dimension> sizes, Axes axes) {
        TensorShape example = TensorShape.of(
                        sizes.stream().mapToLong(size -> size.size().orElse(1)).toArray())
                .withAxes(axes);
        return new DeclaredAxisRoles(
                new AxisRoles<>(example.layout(), example.axes(), Dimension.of(1), Dimension.of(1), example.stacked()),
                true,
                true);
    }

    /** A number of parts: a number, or a size of the model. */
    private Dimension count(AnnotationView shape, String number, String size) throws ExpressionException {
        if (!shape.isExplicit(size)) {
            return Dimension.of(shape.integer(number));
        }
        if (shape.isExplicit(number)) {
            throw new ExpressionException("ShapeForm", "@Shape has " + number + " and " + size + "; keep one").in(size);
        }
        try {
            return dimensions.read(new Source(size, shape.string(size), "DimensionSyntax"));
        } catch (ExpressionException e) {
            throw e.in(size);
        }
    }
}
