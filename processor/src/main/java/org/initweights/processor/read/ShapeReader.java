package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.annotation.Shape;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.DimensionReader;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.model.AxisRoles;
import org.initweights.processor.model.Place;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.AnnotationWords;
import org.initweights.processor.report.Findings;

/** Reads {@code @Shape}. */
final class ShapeReader {

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
            List<Dimension> sizes = literal
                    ? shape.list("value").stream()
                            .map(size -> Dimension.of((Integer) size.getValue()))
                            .toList()
                    : dimensions.read(shape.string("dims"));
            ShapeSpec spec = new ShapeSpec(sizes, roles(shape), place, shape.place("layout"));
            spec.check();
            return Optional.of(spec);
        } catch (ExpressionException e) {
            findings.error(place, e.offset(), e.id(), field.getSimpleName() + ": " + e.getMessage());
        } catch (InitializationException e) {
            findings.error(
                    e.argument() == null ? place : shape.place(e.argument()),
                    e.id(),
                    field.getSimpleName() + ": " + e.subject() + " " + AnnotationWords.problem(e));
        }
        return Optional.empty();
    }

    private static AxisRoles roles(AnnotationView shape) {
        return new AxisRoles(
                shape.constant("layout", Layout.class),
                shape.isExplicit("layout"),
                shape.integer("groups"),
                shape.integer("packed"),
                shape.integer("stacked"));
    }
}
