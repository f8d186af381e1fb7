package org.initweights.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.SubModelSpec.Holder;

/** Recognises fields that hold sub-models. */
final class SubModelReader {

    private final AnnotationFinder annotations;
    private final Types types;

    SubModelReader(AnnotationFinder annotations, Types types) {
        this.annotations = annotations;
        this.types = types;
    }

    /** What sub-models a field holds, if it holds any. */
    Optional<SubModels> read(VariableElement field) {
        TypeMirror type = field.asType();
        return model(Optional.of(type), Holder.FIELD)
                .or(() -> model(TypeShapes.component(type), Holder.ARRAY))
                .or(() -> model(TypeShapes.argument(type, "java.util.Map", 1, types), Holder.MAP))
                .or(() -> model(TypeShapes.argument(type, "java.lang.Iterable", 0, types), Holder.ITERABLE));
    }

    private Optional<SubModels> model(Optional<TypeMirror> type, Holder holder) {
        return type.flatMap(TypeShapes::declared)
                .filter(annotations::isModel)
                .map(model -> new SubModels(ClassName.get(model), holder, model));
    }

    /** Whether the field may be null: it, or its type, has an annotation whose simple name is {@code Nullable}. */
    static boolean isNullable(VariableElement field) {
        return Stream.concat(field.getAnnotationMirrors().stream(), field.asType().getAnnotationMirrors().stream())
                .anyMatch(annotation -> annotation
                        .getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .contentEquals("Nullable"));
    }

    /** What is wrong with a model of another compilation that has no {@code <Model>Init}. */
    static String notProcessed(TypeElement model) {
        return model.getQualifiedName() + " was compiled without InitWeights, so it has no "
                + ModelSpec.initOf(ClassName.get(model)).simpleName()
                + "; add the processor to its build, or @Skip the field";
    }

    /** The class of the sub-models, and what holds them. */
    record SubModels(ClassName name, Holder holder, TypeElement type) {}
}
