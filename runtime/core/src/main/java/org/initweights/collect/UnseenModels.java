package org.initweights.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initweights.internal.message.Article;
import org.jspecify.annotations.Nullable;

/**
 * Refuses models in fields whose types do not tell whether a model is in them, unless they are visited elsewhere: their weights would be
 * left out in silence. It looks into arrays, collections, maps and optionals, at any depth, and asks nothing else for what it gives.
 */
final class UnseenModels {

    private final List<Field> fields = new ArrayList<>();

    /** What a field holds. */
    private record Field(String path, Object held) {}

    /** Takes what a field holds; it is looked at when it is known which models are visited. */
    void add(String path, Object held) {
        fields.add(new Field(path, held));
    }

    /** What objects of a class are to the look; a list may have millions, so it is found out once. */
    private enum Kind {
        NOTHING,
        HOLDER,
        MODEL;

        private static final ClassValue<Kind> FOUND = new ClassValue<>() {
            @Override
            protected Kind computeValue(Class<?> type) {
                return find(type);
            }
        };

        static Kind of(Object object) {
            return FOUND.get(object.getClass());
        }

        private static Kind find(Class<?> type) {
            // Lambdas have no weights.
            if (type.isHidden()) {
                return NOTHING;
            }
            ModelClass known = Models.of(type);
            if (known.isModel()) {
                return MODEL;
            }
            return !known.isSkipped() && Holders.isHolder(type) ? HOLDER : NOTHING;
        }
    }

    /** Whether there is nothing to look at in an object. */
    static boolean isOpaque(Object value) {
        return Kind.of(value) == Kind.NOTHING;
    }

    /**
     * Looks at all fields.
     *
     * @param visited the models that are visited
     * @throws IllegalArgumentException if a field holds another
     */
    void check(FoundPlaces visited) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        fields.forEach(field -> check(field, visited, seen));
    }

    /** Goes on in a loop, since holders may be nested deeper than a stack is, and hold themselves. */
    private static void check(Field field, FoundPlaces visited, Set<Object> seen) {
        Deque<Object> left = new ArrayDeque<>();
        take(field.path(), field.held(), visited, left);
        while (!left.isEmpty()) {
            Object holder = left.pop();
            if (seen.add(holder)) {
                each(holder, held -> take(field.path(), held, visited, left));
            }
        }
    }

    private static void take(String path, @Nullable Object held, FoundPlaces visited, Deque<Object> left) {
        if (held == null) {
            return;
        }
        Kind kind = Kind.of(held);
        if (kind == Kind.MODEL && !visited.has(held) && hasWeights(path, held)) {
            throw new IllegalArgumentException(refusal(path, held.getClass()));
        }
        if (kind == Kind.HOLDER) {
            left.push(held);
        }
    }

    /** Whether a model has anything to initialise: an enum of activations may be a model without weights. It allocates nothing. */
    private static boolean hasWeights(String path, Object model) {
        return !Visits.outermost(Absent.SURVEYED)
                .walked(path, model, (none, collector) -> {})
                .isEmpty();
    }

    private static String refusal(String path, Class<?> type) {
        String name = type.getSimpleName().isEmpty() ? type.getTypeName() : type.getSimpleName();
        return path + ": holds " + Article.with(name)
                + ", whose weights nothing initialises, since the type of the field does not tell that it is a model; declare the"
                + " field with that class, or with an interface that is marked with @InitWeights, or @Skip the field";
    }

    private static void each(Object holder, Content content) {
        if (holder instanceof Object[] array) {
            for (Object held : array) {
                content.take(held);
            }
        } else if (holder instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                content.take(key);
                content.take(value);
            });
        } else if (holder instanceof Optional<?> optional) {
            content.take(optional.orElse(null));
        } else {
            for (Object held : (Collection<?>) holder) {
                content.take(held);
            }
        }
    }

    /** Takes what a holder holds. */
    @FunctionalInterface
    private interface Content {

        /** Takes one of the things. */
        void take(@Nullable Object held);
    }
}
