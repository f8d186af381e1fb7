package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The way from one thing to the next and on, until there is no next, or one comes that was there before.
 *
 * @param steps what is on it, the start first, each once
 * @param circle those of them that lead back to themselves, in their order; empty if the way ends
 */
public record Way<T>(List<T> steps, List<T> circle) {

    public Way {
        steps = List.copyOf(steps);
        circle = List.copyOf(circle);
    }

    /** The way that begins at {@code start}. */
    public static <T> Way<T> from(T start, Function<? super T, Optional<? extends T>> next) {
        Set<T> seen = new LinkedHashSet<>();
        T at = start;
        while (seen.add(at)) {
            Optional<? extends T> found = next.apply(at);
            if (found.isEmpty()) {
                return new Way<>(List.copyOf(seen), List.of());
            }
            at = found.get();
        }
        List<T> steps = new ArrayList<>(seen);
        return new Way<>(steps, steps.subList(steps.indexOf(at), steps.size()));
    }

    /** The last of the steps: where the way ends, if it does. */
    public T end() {
        return steps.get(steps.size() - 1);
    }

    /** The circle as messages have it: {@code a → b → a}. */
    public String round(Function<? super T, String> name) {
        List<String> names = new ArrayList<>();
        circle.forEach(step -> names.add(name.apply(step)));
        names.add(name.apply(circle.get(0)));
        return String.join(" → ", names);
    }
}
