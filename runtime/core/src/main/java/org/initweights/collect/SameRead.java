package org.initweights.collect;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.initweights.internal.tensor.Memory;
import org.jspecify.annotations.Nullable;

/** Compares two reads of one getter: where they are not the same, it returns copies, and nothing that is written would reach the model. */
final class SameRead {

    private SameRead() {}

    /**
     * Checks two reads of a tensor. Two objects over the same elements are the same, such as views of one buffer.
     *
     * @throws IllegalArgumentException if they are not the same
     */
    static void checkTensor(String name, Object first, @Nullable Object second) {
        if (second == null || !Memory.isSame(first, second)) {
            throw copied(name);
        }
    }

    /**
     * Checks two reads of a sub-model, or of what holds some. A new list of the same sub-models is the same.
     *
     * @throws IllegalArgumentException if they are not the same
     */
    static void checkModels(String name, @Nullable Object first, @Nullable Object second) {
        if (!isSame(first, second)) {
            throw copied(name);
        }
    }

    private static IllegalArgumentException copied(String name) {
        return new IllegalArgumentException(name + ": its getter returns a copy, so nothing would reach the model; "
                + "return what the field holds, or make the field package-private");
    }

    private static boolean isSame(@Nullable Object first, @Nullable Object second) {
        if (first == second) {
            return true;
        }
        if (first instanceof Object[] a && second instanceof Object[] b) {
            boolean same = a.length == b.length;
            for (int i = 0; same && i < a.length; i++) {
                same = isSame(a[i], b[i]);
            }
            return same;
        }
        if (first instanceof Optional<?> a && second instanceof Optional<?> b) {
            return isSame(a.orElse(null), b.orElse(null));
        }
        if (first instanceof Map<?, ?> a && second instanceof Map<?, ?> b) {
            return areSame(a.keySet(), b.keySet(), Objects::equals)
                    && areSame(a.values(), b.values(), SameRead::isSame);
        }
        return first instanceof Iterable<?> a && second instanceof Iterable<?> b && areSame(a, b, SameRead::isSame);
    }

    private static boolean areSame(Iterable<?> first, Iterable<?> second, Comparison comparison) {
        Iterator<?> a = first.iterator();
        Iterator<?> b = second.iterator();
        while (a.hasNext() && b.hasNext()) {
            if (!comparison.holds(a.next(), b.next())) {
                return false;
            }
        }
        return a.hasNext() == b.hasNext();
    }

    /** What must hold for each pair. */
    @FunctionalInterface
    private interface Comparison {

        /** Whether it does. */
        boolean holds(@Nullable Object first, @Nullable Object second);
    }
}
