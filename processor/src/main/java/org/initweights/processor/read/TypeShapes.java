package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.initweights.processor.model.ModelType;
import org.initweights.processor.name.ClassRef;
import org.jspecify.annotations.Nullable;

/** Takes types apart: classes, arrays and the arguments of generic types. */
final class TypeShapes {

    private TypeShapes() {}

    /** The class or interface of a type; for a type variable or a wildcard, the class of its first bound. */
    static Optional<TypeElement> declared(@Nullable TypeMirror type) {
        return classes(type).map(found -> (TypeElement) found.asElement()).findFirst();
    }

    /** The classes and interfaces that a type is a subtype of for certain: itself, or its bounds. */
    static Stream<DeclaredType> classes(@Nullable TypeMirror type) {
        return classes(type, Set.of());
    }

    private static Stream<DeclaredType> classes(@Nullable TypeMirror type, Set<Element> above) {
        if (type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && declared.asElement() instanceof TypeElement) {
            return Stream.of(declared);
        }
        // The upper bound of a variable with several bounds is no type of its own in every compiler; its element lists
        // them.
        if (type instanceof TypeVariable variable
                && variable.asElement() instanceof TypeParameterElement parameter
                && !above.contains(parameter)) {
            Set<Element> here = new HashSet<>(above);
            here.add(parameter);
            return parameter.getBounds().stream().flatMap(bound -> classes(bound, here));
        }
        return type instanceof WildcardType wildcard ? classes(wildcard.getExtendsBound(), above) : Stream.of();
    }

    /** A type as messages name it, without annotations. */
    static String written(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return written(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String name = element.getQualifiedName().toString();
            return declared.getTypeArguments().isEmpty()
                    ? name
                    : declared.getTypeArguments().stream()
                            .map(TypeShapes::written)
                            .collect(Collectors.joining(", ", name + "<", ">"));
        }
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }

    /** A type as sources that import it name it. */
    static String simple(TypeMirror type) {
        return written(type).replaceAll("(\\w+\\.)+(?=\\w)", "");
    }

    /** The name of a class. */
    static ClassRef name(TypeElement type) {
        List<String> names = new ArrayList<>();
        Element around = type;
        for (; around instanceof TypeElement; around = around.getEnclosingElement()) {
            names.add(0, around.getSimpleName().toString());
        }
        return new ClassRef(
                around instanceof PackageElement home ? home.getQualifiedName().toString() : "", names);
    }

    /** The class with a wildcard for each type parameter, its own and those of the classes that it is an inner class of. */
    static ModelType model(TypeElement type) {
        List<Integer> wildcards = new ArrayList<>();
        boolean inner = true;
        for (Element around = type; around instanceof TypeElement outer; around = around.getEnclosingElement()) {
            wildcards.add(0, inner ? outer.getTypeParameters().size() : 0);
            inner &= !outer.getModifiers().contains(Modifier.STATIC)
                    && !outer.getKind().isInterface();
        }
        return new ModelType(name(type), wildcards);
    }

    /** What an array holds. */
    static Optional<TypeMirror> component(TypeMirror type) {
        return type instanceof ArrayType array ? Optional.of(array.getComponentType()) : Optional.empty();
    }

    /** The argument that a type gives to the type parameter of its supertype {@code generic}. */
    static Optional<TypeMirror> argument(TypeMirror type, String generic, int index, Types types) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getQualifiedName().contentEquals(generic)) {
                return index < declared.getTypeArguments().size()
                        ? Optional.of(declared.getTypeArguments().get(index))
                        : Optional.empty();
            }
            for (TypeMirror parent : types.directSupertypes(type)) {
                Optional<TypeMirror> found = argument(parent, generic, index, types);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
