package org.initweights.collect;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads fields that generated code cannot name, as far as the module of the model lets it. */
final class PrivateField {

    private PrivateField() {}

    /**
     * What a field holds; null too if it cannot be read, in a module that opens nothing or in a native image.
     *
     * @param model the class that has the field, or inherits it
     */
    static @Nullable Object value(Class<?> model, String name, Object object) {
        return find(model, name).map(field -> read(field, object)).orElse(null);
    }

    private static Optional<Field> find(Class<?> model, String name) {
        for (Class<?> part = model; part != null; part = part.getSuperclass()) {
            try {
                return Optional.of(part.getDeclaredField(name));
            } catch (NoSuchFieldException | LinkageError e) {
                // A superclass may have it.
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (InaccessibleObjectException | IllegalAccessException | SecurityException e) {
            return null;
        }
    }
}
