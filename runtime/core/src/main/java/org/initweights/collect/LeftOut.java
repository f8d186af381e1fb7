package org.initweights.collect;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.annotation.Skip;

/** Finds what classes declare that would have to be initialised, but that nothing was generated for. It reads no field. */
final class LeftOut {

    /** Declared types are not nested deeper. */
    private static final int DEPTH = 16;

    private LeftOut() {}

    /** What is wrong with classes that nothing was generated for; empty if they declare nothing that matters. */
    static Optional<String> by(List<Class<?>> types) {
        return types.stream().flatMap(type -> by(type).stream()).findFirst();
    }

    private static Optional<String> by(Class<?> type) {
        return fields(type)
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(field -> !field.isAnnotationPresent(Skip.class) && !isSkipped(field.getType()))
                .filter(field -> isTensor(field) || holdsModels(type(field), DEPTH))
                .findFirst()
                .map(field -> problem(type, field));
    }

    private static Stream<Field> fields(Class<?> type) {
        try {
            return Stream.of(type.getDeclaredFields());
        } catch (LinkageError e) {
            // A class that a field names is not there, so no object has it.
            return Stream.of();
        }
    }

    private static String problem(Class<?> type, Field field) {
        String tensor = field.getType().getSimpleName() + " " + field.getName();
        Optional<String> init = InitName.of(type).map(name -> name.substring(name.lastIndexOf('.') + 1));
        return init.map(name -> type.getTypeName() + ", whose " + tensor + " nothing initialises, since there is no "
                                + name + "; compile it with the processor of InitWeights")
                        .orElseGet(() -> (type.isAnonymousClass() ? "an anonymous class" : "a class within a method")
                                + ", " + type.getTypeName() + ", whose " + tensor
                                + " nothing initialises; make it a class of its own")
                + ", or @Skip " + field.getName();
    }

    private static boolean isTensor(Field field) {
        Class<?> element = field.getType();
        while (element.isArray()) {
            element = element.getComponentType();
        }
        boolean floating = field.getType().isArray() && (element == float.class || element == double.class);
        return floating
                || FloatBuffer.class.isAssignableFrom(field.getType())
                || DoubleBuffer.class.isAssignableFrom(field.getType())
                || Stream.of(field.getAnnotations()).anyMatch(LeftOut::isOurs);
    }

    private static boolean isOurs(Annotation annotation) {
        return annotation.annotationType().getName().startsWith("org.initweights.");
    }

    private static Type type(Field field) {
        try {
            return field.getGenericType();
        } catch (TypeNotPresentException
                | java.lang.reflect.MalformedParameterizedTypeException
                | java.lang.reflect.GenericSignatureFormatError e) {
            return field.getType();
        }
    }

    /** Whether a type, or what it holds, is a model. */
    private static boolean holdsModels(Type type, int depth) {
        if (depth == 0) {
            return false;
        }
        if (type instanceof Class<?> named) {
            return named.isArray() ? holdsModels(named.getComponentType(), depth - 1) : isModel(named);
        }
        if (type instanceof GenericArrayType array) {
            return holdsModels(array.getGenericComponentType(), depth - 1);
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            return isModel(raw) || (isHolder(raw) && anyHolds(generic.getActualTypeArguments(), depth));
        }
        if (type instanceof WildcardType wildcard) {
            return anyHolds(wildcard.getUpperBounds(), depth);
        }
        return type instanceof TypeVariable<?> variable && anyHolds(variable.getBounds(), depth);
    }

    private static boolean anyHolds(Type[] types, int depth) {
        return Stream.of(types).anyMatch(type -> holdsModels(type, depth - 1));
    }

    private static boolean isModel(Class<?> type) {
        for (Class<?> part = type; part != null && part.getClassLoader() != null; part = part.getSuperclass()) {
            if (part.isAnnotationPresent(Skip.class)) {
                return false;
            }
            if (Models.registered(part).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSkipped(Class<?> type) {
        return type.isAnnotationPresent(Skip.class);
    }

    private static boolean isHolder(Class<?> type) {
        return Iterable.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || Optional.class.isAssignableFrom(type);
    }
}
