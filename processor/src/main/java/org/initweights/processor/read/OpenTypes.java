package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Decides of a declared type that names no model whether a model may be in it all the same. */
final class OpenTypes {

    private static final List<String> OF_LANGUAGES = List.of("java.", "javax.", "jdk.", "kotlin.", "scala.");

    private final AnnotationFinder annotations;
    private final Types types;

    OpenTypes(AnnotationFinder annotations, Types types) {
        this.annotations = annotations;
        this.types = types;
    }

    /** Whether an object of the type, or what it holds, may be a model: some class may extend or implement the type and be one. */
    boolean mayHoldModel(TypeMirror type) {
        return mayHoldModel(type, Holdings.DEPTH);
    }

    private boolean mayHoldModel(TypeMirror type, int depth) {
        if (depth == 0 || type.getKind().isPrimitive()) {
            return false;
        }
        if (type instanceof ArrayType array) {
            return mayHoldModel(array.getComponentType(), depth - 1);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null || mayHoldModel(wildcard.getExtendsBound(), depth - 1);
        }
        if (type.getKind() == TypeKind.TYPEVAR) {
            return TypeShapes.classes(type).allMatch(bound -> mayHoldModel(bound, depth - 1));
        }
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && mayHoldModel(declared, (TypeElement) declared.asElement(), depth);
    }

    private boolean mayHoldModel(DeclaredType type, TypeElement element, int depth) {
        if (annotations.isModel(element) || annotations.isSkipped(element)) {
            return false;
        }
        List<TypeMirror> content = content(type);
        if (content.isEmpty()) {
            return isRawHolder(type) || mayBeModel(element);
        }
        return content.stream().anyMatch(held -> mayHoldModel(held, depth - 1))
                || (!isOfLanguage(element) && mayBeModel(element));
    }

    /** What a holder holds, the keys of a map too. */
    private List<TypeMirror> content(DeclaredType type) {
        List<TypeMirror> content = new ArrayList<>(
                HolderContent.of(type, types).map(HolderContent::type).toList());
        TypeShapes.argument(type, "java.util.Map", 0, types).ifPresent(content::add);
        return content;
    }

    /** A list, a map or an optional that does not say what it holds. */
    private boolean isRawHolder(DeclaredType type) {
        return Stream.of("java.util.Collection", "java.util.Map", "java.util.Optional")
                .anyMatch(holder -> isA(type, holder));
    }

    private boolean isA(TypeMirror type, String name) {
        return TypeShapes.declared(type)
                        .filter(element -> element.getQualifiedName().contentEquals(name))
                        .isPresent()
                || types.directSupertypes(type).stream().anyMatch(above -> isA(above, name));
    }

    /** Whether a class that nobody knows yet may extend or implement it; the concrete classes of a language are no layers. */
    private static boolean mayBeModel(TypeElement type) {
        if (type.getKind() == ElementKind.INTERFACE) {
            return true;
        }
        return type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.FINAL)
                && (type.getQualifiedName().contentEquals("java.lang.Object")
                        || type.getModifiers().contains(Modifier.ABSTRACT)
                        || (!isOfLanguage(type) && canBeExtended(type)));
    }

    private static boolean isOfLanguage(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return OF_LANGUAGES.stream().anyMatch(name::startsWith);
    }

    /** Whether some constructor can be called by a subclass. */
    private static boolean canBeExtended(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                || !ElementFilter.typesIn(type.getEnclosedElements()).isEmpty();
    }
}
