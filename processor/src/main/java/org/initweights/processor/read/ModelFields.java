package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The fields of a model: its own, and before them those of superclasses that are no models, since no other model is there to visit them.
 *
 * @param view the model's class with the type arguments that it has where it is looked at
 */
record ModelFields(TypeElement model, DeclaredType view, List<VariableElement> inherited, List<VariableElement> own) {

    /** The fields of a model. */
    static ModelFields of(TypeElement model, DeclaredType view, AnnotationFinder annotations) {
        return new ModelFields(model, view, inherited(model, annotations), fields(model));
    }

    private static List<VariableElement> inherited(TypeElement model, AnnotationFinder annotations) {
        List<VariableElement> fields = new ArrayList<>();
        Optional<TypeElement> above = AnnotationFinder.superclass(model);
        while (above.filter(type -> !annotations.isModel(type) && !annotations.isSkipped(type))
                .isPresent()) {
            fields.addAll(0, fields(above.get()));
            above = AnnotationFinder.superclass(above.get());
        }
        return fields;
    }

    private static List<VariableElement> fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements());
    }

    /** All fields in the order in which they are initialised. */
    List<VariableElement> all() {
        return Stream.concat(inherited.stream(), own.stream()).toList();
    }

    /** The type of a field where the type arguments of the model are known. */
    TypeMirror type(VariableElement field, Types types) {
        return field.getModifiers().contains(Modifier.STATIC) ? field.asType() : types.asMemberOf(view, field);
    }
}
