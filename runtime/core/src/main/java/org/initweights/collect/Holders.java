package org.initweights.collect;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes apart what holds sub-models: arrays, maps, whatever can be iterated over, optionals. */
final class Holders {

    private Holders() {}

    /** Takes what a holder holds. */
    @FunctionalInterface
    interface Content {

        /**
         * Takes one of the things.
         *
         * @param path the name of the holder with its index or key; what an {@link Optional} holds has the name of the {@link Optional}
         * @param at its index in the nearest list or array
         */
        void take(String path, Position at, @Nullable Object value);
    }

    /** Gives what a holder holds, in its order. */
    static void each(String path, Position around, Object holder, Content content) {
        if (holder instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                content.take(path + "." + i, Position.of(i), array[i]);
            }
        } else if (holder instanceof Map<?, ?> map) {
            map.forEach((key, value) -> content.take(path + "." + key, around, value));
        } else if (holder instanceof Optional<?> optional) {
            optional.ifPresent(value -> content.take(path, around, value));
        } else if (holder instanceof Iterable<?> iterable) {
            int index = 0;
            for (Object value : iterable) {
                content.take(path + "." + index, Position.of(index), value);
                index++;
            }
        } else {
            throw new IllegalArgumentException(
                    path + ": a " + holder.getClass().getTypeName() + " where sub-models are expected");
        }
    }

    /**
     * Whether an object is a holder, where its type does not say so. Not everything that can be iterated over is one: a path, for
     * example, has itself as its only part.
     */
    static boolean isHolder(Object value) {
        return isHolder(value.getClass());
    }

    /** Whether the objects of a class are holders. */
    static boolean isHolder(Class<?> type) {
        return Object[].class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type)
                || Optional.class.isAssignableFrom(type);
    }
}
