package org.initweights.processor.read;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Takes types apart: classes, arrays and the arguments of generic types. */
final class TypeShapes {

    private TypeShapes() {}

    /** The class or interface of a type; that of its bound, for a type variable or a wildcard. */
    static Optional<TypeElement> declared(@Nullable TypeMirror type) {
        if (type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && declared.asElement() instanceof TypeElement element) {
            return Optional.of(element);
        }
        if (type instanceof TypeVariable variable) {
            return declared(variable.getUpperBound());
        }
        if (type instanceof WildcardType wildcard) {
            return declared(wildcard.getExtendsBound());
        }
        return Optional.empty();
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
