package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.initweights.processor.model.Visibility;

/**
 * The language that a class was written in. Kotlin classes come as Java stubs: properties are private fields with accessors, and
 * their initializers are lost. Messages about them use Kotlin's terms.
 */
enum SourceLanguage {
    JAVA {
        @Override
        boolean isOfInstance(VariableElement field) {
            return !isStatic(field);
        }

        @Override
        List<AnnotationMirror> annotations(Element element) {
            return List.copyOf(element.getAnnotationMirrors());
        }

        @Override
        String unreachable(String name, TypeElement model) {
            return "private in " + model.getQualifiedName()
                    + " and without getter, so generated code cannot reach it; make it package-private or add " + name
                    + "()";
        }

        @Override
        String shared() {
            return "static, so it is no part of a model; remove static or the initializer";
        }

        @Override
        String privateModel() {
            return "make it package-private";
        }

        @Override
        Visibility visibility(TypeElement type) {
            return type.getModifiers().contains(Modifier.PUBLIC) ? Visibility.PUBLIC : Visibility.HIDDEN;
        }

        @Override
        boolean isSealed(TypeElement type) {
            return type.getModifiers().contains(Modifier.SEALED);
        }

        @Override
        boolean isPrivate(TypeElement type) {
            return type.getModifiers().contains(Modifier.PRIVATE);
        }
    },

    KOTLIN {
        /** The properties of an object are static fields; those of a companion object are, too, but of the class around it. */
        @Override
        boolean isOfInstance(VariableElement field) {
            return !isStatic(field)
                    || typeAround(field).filter(SourceLanguage::isObject).isPresent();
        }

        /** What is written on a property itself, rather than on its field, is kept at a method without a body. */
        @Override
        List<AnnotationMirror> annotations(Element element) {
            Stream<? extends AnnotationMirror> own = element.getAnnotationMirrors().stream();
            if (element.getKind() != ElementKind.FIELD) {
                return List.copyOf(own.toList());
            }
            String property = element.getSimpleName().toString();
            List<String> holders =
                    List.of(property + "$annotations", "get" + AccessReader.capitalized(property) + "$annotations");
            Stream<? extends AnnotationMirror> onProperty = typeAround(element).stream()
                    .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                    .filter(method -> holders.contains(method.getSimpleName().toString()))
                    .flatMap(method -> method.getAnnotationMirrors().stream());
            return List.copyOf(Stream.concat(own, onProperty).toList());
        }

        @Override
        String unreachable(String name, TypeElement model) {
            if (KotlinMetadata.hasMangledGetter(model, name)) {
                return "of a value class such as UInt, whose getter Java cannot call; add a property that is an Int or a"
                        + " Long";
            }
            return KotlinFields.isInCompanion(name, model)
                    ? "in the companion object of " + model.getQualifiedName()
                            + ", so generated code cannot reach it; write const val, or @JvmField val"
                    : "private in " + model.getQualifiedName()
                            + ", so generated code cannot reach it; make it internal, or public";
        }

        @Override
        String shared() {
            return "a property of a companion object or of a file, so it is no part of a model; declare it in a "
                    + "class";
        }

        @Override
        String privateModel() {
            return "make it internal";
        }

        @Override
        Visibility visibility(TypeElement type) {
            return KotlinMetadata.of(type)
                    .map(KotlinMetadata::visibility)
                    .orElse(Visibility.PUBLIC)
                    .and(JAVA.visibility(type));
        }

        /** A class of a file is private to it in Kotlin alone. */
        @Override
        boolean isPrivate(TypeElement type) {
            return type.getNestingKind().isNested()
                    && KotlinMetadata.of(type).filter(KotlinMetadata::isPrivate).isPresent();
        }

        @Override
        boolean isSealed(TypeElement type) {
            return KotlinMetadata.of(type).filter(KotlinMetadata::isSealed).isPresent();
        }
    };

    /** The language of the class that an element is, or is declared in. */
    static SourceLanguage of(Element element) {
        return typeAround(element).flatMap(KotlinMetadata::of).isPresent() ? KOTLIN : JAVA;
    }

    /** The class that an element is, or is declared in; a package is in none. */
    static Optional<TypeElement> typeAround(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around instanceof TypeElement type) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** From where Kotlin code can name a class, apart from the classes around it. */
    abstract Visibility visibility(TypeElement type);

    /** Whether all classes that extend or implement a type are known. */
    abstract boolean isSealed(TypeElement type);

    /** Whether generated code cannot name a class. */
    abstract boolean isPrivate(TypeElement type);

    /** Whether each model has a field of its own. */
    abstract boolean isOfInstance(VariableElement field);

    /** The annotations on a field or a class. */
    abstract List<AnnotationMirror> annotations(Element element);

    /** What is wrong with a field that generated code cannot reach. */
    abstract String unreachable(String name, TypeElement model);

    /** What is wrong with a field that no instance has of its own. */
    abstract String shared();

    /** What to do about a class that generated code cannot reach. */
    abstract String privateModel();

    /** Whether a class is a Kotlin {@code object}: its only instance is in a field of it. */
    static boolean isObject(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .anyMatch(field -> field.getSimpleName().contentEquals("INSTANCE")
                        && isStatic(field)
                        && field.asType().toString().equals(type.asType().toString()));
    }

    private static boolean isStatic(VariableElement field) {
        return field.getModifiers().contains(Modifier.STATIC);
    }
}
