package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.initweights.processor.model.SubModelSpec.Holder;

/** Recognises fields that hold sub-models. */
final class SubModelReader {

    private final AnnotationFinder annotations;
    private final Holdings holdings;

    SubModelReader(AnnotationFinder annotations, Types types) {
        this.annotations = annotations;
        this.holdings = new Holdings(annotations, types);
    }

    /** What sub-models a field holds, if it holds any. */
    Optional<SubModels> read(VariableElement field) {
        return read(field.asType());
    }

    /**
     * What sub-models a field holds, if it holds any.
     *
     * @param type its type, as the model sees it
     */
    Optional<SubModels> read(TypeMirror type) {
        return holdings.model(type)
                .map(held -> new SubModels(held.holders(), held.element().filter(annotations::isModel)));
    }

    /** The model that the elements of a field are a supertype of, if they are: {@code List<? super Block>}. */
    Optional<TypeElement> boundFromBelow(TypeMirror type) {
        return holdings.boundFromBelow(type);
    }

    /** Whether a type holds tensors that are no fields of their own: {@code List<float[]>}. */
    boolean holdsTensors(TypeMirror type) {
        return holdings.holdsTensors(type);
    }

    /** Whether the field may be null: it, or its type, has an annotation whose simple name is {@code Nullable}. */
    static boolean isNullable(VariableElement field) {
        return hasNullable(field) || hasNullable(field.asType());
    }

    /** Whether a field, or what a method returns, may be null: it, or its type, has an annotation whose simple name is {@code Nullable}. */
    static boolean mayBeNull(Element member) {
        return hasNullable(member)
                || hasNullable(member instanceof ExecutableElement method ? method.getReturnType() : member.asType());
    }

    /** Whether an annotation on a declaration or a type has the simple name {@code Nullable}. */
    static boolean hasNullable(AnnotatedConstruct annotated) {
        return annotated.getAnnotationMirrors().stream()
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

    /**
     * The sub-models of a field.
     *
     * @param holders what they are in, the outermost first
     * @param type their class; empty if only the object says what it is
     */
    record SubModels(List<Holder> holders, Optional<TypeElement> type) {

        /** The sub-models in the words of a digest. */
        String written() {
            return holders + " "
                    + type.map(TypeElement::getQualifiedName)
                            .map(Object::toString)
                            .orElse("any");
        }
    }
}
