package org.initweights.internal.values;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.initweights.internal.message.Excerpt;
import org.initweights.internal.message.Notation;

/** The numbers that an expression has names for. */
public final class NumberNames {

    private NumberNames() {}

    /** Numbers by name, in the order of their names, so that the same numbers are always the same list. */
    public static List<NamedNumber> of(Map<String, ? extends Number> numbers) {
        return numbers.entrySet().stream()
                .map(entry -> new NamedNumber(entry.getKey(), entry.getValue().doubleValue()))
                .sorted(Comparator.comparing(NamedNumber::name))
                .toList();
    }

    /**
     * A copy of the numbers, if they are just those that the expression needs.
     *
     * @throws org.initweights.InitializationException if they are not, or the expression is not well formed
     */
    public static List<NamedNumber> checked(ElementKind kind, String expression, List<NamedNumber> numbers) {
        ElementExpression.complete(kind, expression, numbers);
        return List.copyOf(numbers);
    }

    /** An expression with its numbers, for people: {@code sin(i0 / theta), theta = 10000}. */
    public static String written(String expression, List<NamedNumber> numbers) {
        return numbers.isEmpty()
                ? Excerpt.of(expression)
                : numbers.stream()
                        .map(number -> number.name() + " = " + Notation.exact(number.value()))
                        .collect(Collectors.joining(", ", Excerpt.of(expression) + ", ", ""));
    }
}
