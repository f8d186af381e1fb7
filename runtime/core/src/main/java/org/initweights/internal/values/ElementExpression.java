package org.initweights.internal.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.initweights.InitializationException;
import org.initweights.internal.message.Excerpt;
import org.initweights.internal.message.Spelling;

/**
 * An expression that computes elements, read and free of mistakes that need no more than its text to be seen.
 *
 * @param text as the user wrote it
 * @param names the names that must be given numbers, and where each is first
 * @param own the names that have a meaning in every expression of its kind, and where each is first
 * @param axes the axes whose index or size it has, and where each is first
 */
public record ElementExpression(
        ElementKind kind,
        String text,
        ElementNode root,
        Map<String, Integer> names,
        Map<String, Integer> own,
        Map<Integer, Integer> axes) {

    /**
     * Reads an expression.
     *
     * @throws ElementMistake if it is not well formed
     */
    public static ElementExpression read(ElementKind kind, String text) throws ElementMistake {
        return ElementSyntax.read(kind, text);
    }

    /** The names of a path, between its dots. */
    public List<String> path(String name) {
        return List.of(name.split("\\."));
    }

    /**
     * An expression of which nothing is missing.
     *
     * @throws InitializationException if it is not well formed, a name in it has no number, or a number's name is not in it
     */
    static ElementExpression complete(ElementKind kind, String text, List<NamedNumber> numbers) {
        try {
            ElementExpression expression = read(kind, text);
            expression.checkNames(numbers);
            return expression;
        } catch (ElementMistake e) {
            throw refusal(kind, text, e);
        }
    }

    static InitializationException refusal(ElementKind kind, String text, ElementMistake mistake) {
        return new InitializationException(
                mistake.id(), display(kind, text), "value", "is refused: " + Excerpt.of(mistake.problem(), 500));
    }

    private static String display(ElementKind kind, String text) {
        return (kind == ElementKind.TABLE ? "table" : "transformed") + "(\"" + Excerpt.of(text) + "\")";
    }

    /** As the user would write it in code. */
    String display() {
        return display(kind, text);
    }

    /** Refuses numbers that are infinite, or no number. */
    void checkFinite(List<NamedNumber> numbers) {
        for (NamedNumber number : numbers) {
            if (!Double.isFinite(number.value())) {
                throw new InitializationException(
                        "NotFinite",
                        display(),
                        null,
                        "is refused: " + Excerpt.of(number.name()) + " is " + number.value()
                                + ", and needs a finite number");
            }
        }
    }

    private void checkNames(List<NamedNumber> numbers) throws ElementMistake {
        List<String> given = numbers.stream().map(NamedNumber::name).toList();
        for (String name : new TreeSet<>(names.keySet())) {
            if (!given.contains(name)) {
                throw unknown(name, given);
            }
        }
        for (NamedNumber number : numbers) {
            if (!names.containsKey(number.name())) {
                throw new ElementMistake(
                        "UnusedNumber",
                        "\"" + Excerpt.of(number.name()) + "\" is given a number, and is not in the expression"
                                + (kind.isOwn(number.name()) ? ", where this name has a meaning of its own" : ""),
                        0);
            }
        }
        if (given.stream().distinct().count() != given.size()) {
            throw new ElementMistake("UnusedNumber", "a name is given two numbers", 0);
        }
    }

    private ElementMistake unknown(String name, List<String> given) {
        List<String> candidates = new ArrayList<>(given);
        candidates.add(ElementKind.PI);
        return new ElementMistake(
                "UnknownName",
                "\"" + Excerpt.of(name) + "\" has no number; there are " + kind.names()
                        + (given.isEmpty() ? "" : ", and " + String.join(", ", given))
                        + Spelling.closest(name, candidates)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse("; give it a number beside the expression"),
                names.getOrDefault(name, 0));
    }

    /**
     * Refuses axes that a tensor does not have.
     *
     * @param rank how many it has
     * @param shape what it is, for the message
     */
    public void checkRank(int rank, String shape) throws ElementMistake {
        for (int axis : new TreeSet<>(axes.keySet())) {
            if (axis >= rank) {
                throw new ElementMistake(
                        "TableIndex",
                        "i" + axis + " and n" + axis + " are of axis " + axis + ", but " + shape + " has "
                                + switch (rank) {
                                    case 0 -> "no axes";
                                    case 1 -> "axis 0 only";
                                    default -> "the axes 0 to " + (rank - 1);
                                },
                        axes.getOrDefault(axis, 0));
            }
        }
    }
}
