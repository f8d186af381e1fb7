package org.initweights.collect;

import org.initweights.TensorShape;
import org.jspecify.annotations.Nullable;

/** What to do about a parameter whose field is null and can be set. */
enum Absent {
    /** It is allocated. */
    ALLOCATED {
        @Override
        <T> T tensor(String path, TensorType<T> type, TensorShape shape) {
            return type.allocate(path, shape);
        }
    },
    /** It stays null: it is only seen what fields hold, since some are tied. */
    SURVEYED {
        @Override
        <T> @Nullable T tensor(String path, TensorType<T> type, TensorShape shape) {
            return null;
        }
    },
    /** It stays null: the parameter is planned, without memory. */
    PLANNED {
        @Override
        <T> @Nullable T tensor(String path, TensorType<T> type, TensorShape shape) {
            return null;
        }
    };

    /**
     * The tensor that the field gets.
     *
     * @param path the whole name of the parameter
     * @throws IllegalArgumentException if there can be no tensor of this shape; it names the parameter
     */
    abstract <T> @Nullable T tensor(String path, TensorType<T> type, TensorShape shape);
}
