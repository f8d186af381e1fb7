package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.initweights.internal.select.NamePattern;

/**
 * Selects parameters of a model, by name, by the class that declares them, by number of dimensions and by conditions of your own. A
 * parameter is selected if it meets all of them.
 *
 * <pre>{@code
 * Selection.named("encoder.**.weight").ofRank(2)
 * }</pre>
 *
 * <p>The name of a parameter is made of names with dots between them: {@code layers.0.weight}. In a pattern {@code *} stands for any
 * characters but dots, and {@code **} for any number of names. A pattern without a dot, such as {@code bias} or {@code *Bias}, is
 * compared with the last name alone. Any other is compared with the whole name: {@code stem.conv.weight}, {@code layers.*.weight},
 * {@code **.bias}.
 *
 * <p>Selections are immutable, and threads may share them if they may share their conditions.
 */
public final class Selection {

    private static final String ANY_NAME = "**";
    private static final Selection ALL = new Selection(ANY_NAME, Object.class, OptionalInt.empty(), List.of());

    private final String name;
    private final NamePattern pattern;
    private final Class<?> type;
    private final OptionalInt rank;
    private final List<Predicate<? super Parameter>> conditions;

    private Selection(String name, Class<?> type, OptionalInt rank, List<Predicate<? super Parameter>> conditions) {
        this.name = name;
        this.type = type;
        this.pattern = NamePattern.of(name);
        this.rank = rank;
        this.conditions = conditions;
    }

    /** Every parameter. */
    public static Selection all() {
        return ALL;
    }

    /** The parameters whose names match a pattern, as explained above. */
    public static Selection named(String pattern) {
        return new Selection(Objects.requireNonNull(pattern, "pattern"), Object.class, OptionalInt.empty(), List.of());
    }

    /**
     * The parameters that models of a class declare, or of a class that extends or implements it. Tensors without a model have no such
     * class, nor have those of a plan that was read from a file.
     *
     * <pre>{@code
     * Selection.named("weight").ofType(Linear.class)
     * }</pre>
     *
     * @throws IllegalArgumentException if this selection is for another class already
     */
    public Selection ofType(Class<?> type) {
        if (this.type != Object.class) {
            throw new IllegalArgumentException("this selection is for " + this.type.getSimpleName() + " already");
        }
        return new Selection(name, Objects.requireNonNull(type, "type"), rank, conditions);
    }

    /**
     * Narrows this selection to parameters with a certain number of dimensions.
     *
     * @param rank the number of dimensions: 0 for scalars, 1 for vectors, 2 for matrices
     * @throws IllegalArgumentException if {@code rank} is negative, or this selection has another rank already
     */
    public Selection ofRank(int rank) {
        if (rank < 0) {
            throw new IllegalArgumentException("no parameter has the rank " + rank);
        }
        if (this.rank.isPresent() && this.rank.getAsInt() != rank) {
            throw new IllegalArgumentException(
                    "no parameter has both the rank " + this.rank.getAsInt() + " and the rank " + rank);
        }
        return new Selection(name, type, OptionalInt.of(rank), conditions);
    }

    /** Narrows this selection to parameters for which a condition is true. */
    public Selection where(Predicate<? super Parameter> condition) {
        List<Predicate<? super Parameter>> all = new ArrayList<>(conditions);
        all.add(Objects.requireNonNull(condition, "condition"));
        return new Selection(name, type, rank, List.copyOf(all));
    }

    /** Whether a parameter is selected. */
    public boolean matches(Parameter parameter) {
        return isOfType(parameter)
                && pattern.matches(parameter.name())
                && (rank.isEmpty() || rank.getAsInt() == parameter.shape().rank())
                && conditions.stream().allMatch(condition -> condition.test(parameter));
    }

    private boolean isOfType(Parameter parameter) {
        return type == Object.class
                || parameter.model().filter(type::isAssignableFrom).isPresent();
    }

    Class<?> type() {
        return type;
    }

    NamePattern pattern() {
        return pattern;
    }

    OptionalInt rank() {
        return rank;
    }

    Set<Predicate<? super Parameter>> conditions() {
        return Set.copyOf(conditions);
    }

    /** The calls that made this selection: {@code named("**.weight").ofRank(2)}. */
    @Override
    public String toString() {
        List<String> calls = new ArrayList<>();
        if (!name.equals(ANY_NAME)) {
            calls.add("named(\"" + name + "\")");
        }
        if (type != Object.class) {
            calls.add("ofType(" + type.getSimpleName() + ")");
        }
        rank.ifPresent(known -> calls.add("ofRank(" + known + ")"));
        conditions.forEach(condition -> calls.add("where(…)"));
        return calls.isEmpty() ? "all()" : String.join(".", calls);
    }
}
