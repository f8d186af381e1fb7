package org.initweights.processor.read;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.initweights.annotation.Skip;
import org.initweights.processor.model.SubModelSpec.Holder;
import org.initweights.processor.name.ClassRef;

/** Recognises fields that hold sub-models. */
final class SubModelReader {

    private final AnnotationFinder annotations;
    private final ModelFinder finder;
    private final Types types;

    SubModelReader(AnnotationFinder annotations, ModelFinder finder, Types types) {
        this.annotations = annotations;
        this.finder = finder;
        this.types = types;
    }

    /** What sub-models a field holds, if it holds any. */
    Optional<SubModels> read(VariableElement field) {
        return held(field).filter(held -> annotations.isModel(held.type())).findFirst();
    }

    /** The class that a field holds objects of, if that is no model but has sub-models: nobody would find them. */
    Optional<TypeElement> unmarked(VariableElement field) {
        return held(field)
                .map(SubModels::type)
                .filter(type -> isUnmarked(type, new HashSet<>()))
                .findFirst();
    }

    private boolean isUnmarked(TypeElement type, Set<TypeElement> above) {
        return finder.isCompiledHere(type)
                && !annotations.isModel(type)
                && above.add(type)
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .filter(field -> annotations.find(field, Skip.class).isEmpty())
                        .flatMap(this::held)
                        .anyMatch(held -> annotations.isModel(held.type()) || isUnmarked(held.type(), above));
    }

    /** The classes that a field, or what it contains, may have: the field's own first. */
    private Stream<SubModels> held(VariableElement field) {
        TypeMirror type = field.asType();
        return Stream.of(
                        declared(Optional.of(type), Holder.FIELD),
                        declared(TypeShapes.component(type), Holder.ARRAY),
                        declared(TypeShapes.argument(type, "java.util.Map", 1, types), Holder.MAP),
                        declared(TypeShapes.argument(type, "java.lang.Iterable", 0, types), Holder.ITERABLE))
                .flatMap(Optional::stream);
    }

    /** The model that the elements of a field are a supertype of, if they are: {@code List<? super Block>}. */
    Optional<TypeElement> boundFromBelow(VariableElement field) {
        TypeMirror type = field.asType();
        return Stream.of(
                        TypeShapes.argument(type, "java.util.Map", 1, types),
                        TypeShapes.argument(type, "java.lang.Iterable", 0, types))
                .flatMap(Optional::stream)
                .filter(WildcardType.class::isInstance)
                .flatMap(wildcard -> TypeShapes.declared(((WildcardType) wildcard).getSuperBound()).stream())
                .filter(annotations::isModel)
                .findFirst();
    }

    private static Optional<SubModels> declared(Optional<TypeMirror> type, Holder holder) {
        return type.flatMap(TypeShapes::declared).map(found -> new SubModels(TypeShapes.name(found), holder, found));
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
                + TypeShapes.name(model).init().simpleName()
                + "; add the processor to its build";
    }

    /** The class of the sub-models, and what holds them. */
    record SubModels(ClassRef name, Holder holder, TypeElement type) {}
}
