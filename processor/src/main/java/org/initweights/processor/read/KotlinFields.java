package org.initweights.processor.read;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.initweights.processor.model.Access;

/** The fields in which Kotlin keeps properties: those of a delegated one, {@code val norm by lazy { … }}, keep its delegate instead. */
final class KotlinFields {

    private static final String DELEGATE = "$delegate";

    private KotlinFields() {}

    /** Whether a field keeps the delegate of a property. */
    static boolean isDelegate(VariableElement field) {
        return field.getSimpleName().toString().endsWith(DELEGATE) && SourceLanguage.of(field) == SourceLanguage.KOTLIN;
    }

    /** The name of the property that a field is for; in other languages, the name of the field. */
    static String property(VariableElement field) {
        String name = field.getSimpleName().toString();
        return isDelegate(field) ? name.substring(0, name.length() - DELEGATE.length()) : name;
    }

    /** The type of the property whose delegate a field keeps, if it is one that others can read. */
    static Optional<TypeMirror> delegated(VariableElement field) {
        if (!isDelegate(field)) {
            return Optional.empty();
        }
        return SourceLanguage.typeAround(field).stream()
                .flatMap(owner -> getters(property(field), owner))
                .map(ExecutableElement::getReturnType)
                .findFirst();
    }

    /** Whether a property is one of the companion object of a class, whose field in that class is private. */
    static boolean isInCompanion(String property, TypeElement owner) {
        return ElementFilter.typesIn(owner.getEnclosedElements()).stream()
                .filter(type -> ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                        .anyMatch(field -> field.getModifiers().contains(Modifier.STATIC)
                                && field.getSimpleName().equals(type.getSimpleName())))
                .anyMatch(companion -> getters(property, companion).findAny().isPresent());
    }

    private static Stream<ExecutableElement> getters(String property, TypeElement owner) {
        String getter = "get" + AccessReader.capitalized(property);
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method ->
                        method.getSimpleName().contentEquals(getter) || KotlinNames.isInternal(method, getter));
    }

    /** What is wrong with a parameter that is a delegated property. */
    static String keepsNoWeights(VariableElement field) {
        return property(field)
                + ": a delegated property keeps no weights itself; declare it as lateinit var, or without by";
    }

    /** What is wrong with a parameter that is set only after the object is made, and only by its class. */
    static Optional<String> neverSet(VariableElement field, Access access) {
        return SourceLanguage.typeAround(field)
                .filter(owner -> access instanceof Access.Accessors accessors
                        && accessors.setter().isEmpty())
                .flatMap(owner -> KotlinMetadata.property(field.getSimpleName().toString(), owner))
                .filter(property -> property.isLateinit() && property.hasPrivateSetter())
                .map(property ->
                        "lateinit with a private setter, so generated code can neither read nor allocate it; write"
                                + " internal set");
    }

    /** What is wrong with a property whose initializer is only on the constructor's parameter. */
    static String onParameter(VariableElement field, InitializerUse use) {
        return field.getSimpleName() + ": " + use.display()
                + " is on the constructor's parameter, not on the property; write @field:"
                + use.written().display().substring(1)
                + ", or declare the annotation with @Target(AnnotationTarget.FIELD)";
    }
}
