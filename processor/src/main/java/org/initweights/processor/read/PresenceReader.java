package org.initweights.processor.read;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.initweights.annotation.Shape;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.PathReader;
import org.initweights.processor.expression.Source;
import org.initweights.processor.model.Presence;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/** Reads when a model has a parameter: {@code @Shape(onlyIf = …)}, or a final field that may be null. */
final class PresenceReader {

    private final AnnotationFinder annotations;
    private final MemberScope scope;
    private final Findings findings;

    PresenceReader(AnnotationFinder annotations, MemberScope scope, Findings findings) {
        this.annotations = annotations;
        this.scope = scope;
        this.findings = findings;
    }

    /** When the model has the parameter; empty if that has a fault, which is reported. */
    Optional<Presence> read(VariableElement field) {
        Optional<AnnotationView> shape = annotations.find(field, Shape.class).filter(view -> view.isExplicit("onlyIf"));
        if (shape.isPresent()) {
            return condition(field, shape.get());
        }
        if (!isNullable(field)) {
            return Optional.of(new Presence.Always());
        }
        if (field.getModifiers().contains(Modifier.FINAL)) {
            return Optional.of(new Presence.UnlessNull());
        }
        // In Kotlin a property that is set later has a type that may be null.
        if (SourceLanguage.of(field) == SourceLanguage.JAVA) {
            findings.lint(
                    Lint.NULLABLE_ALLOCATED,
                    annotations.place(field),
                    field.getSimpleName()
                            + ": @Nullable has no effect on a field that is not final: where it is null it "
                            + "is allocated; say when the model has it, @Shape(onlyIf = \"hasBias\"), or drop @Nullable");
        }
        return Optional.of(new Presence.Always());
    }

    private Optional<Presence> condition(VariableElement field, AnnotationView shape) {
        try {
            return Optional.of(
                    scope.condition(PathReader.read(new Source("onlyIf", shape.string("onlyIf"), "ConditionSyntax"))));
        } catch (ExpressionException e) {
            findings.error(shape.place("onlyIf"), e.offset(), e.id(), field.getSimpleName() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether the field, its type, or the elements of an array have an annotation whose simple name is {@code Nullable}. */
    private static boolean isNullable(VariableElement field) {
        return SubModelReader.isNullable(field)
                || Stream.<TypeMirror>iterate(
                                field.asType(),
                                ArrayType.class::isInstance,
                                type -> ((ArrayType) type).getComponentType())
                        .anyMatch(type -> SubModelReader.hasNullable(((ArrayType) type).getComponentType()));
    }
}
