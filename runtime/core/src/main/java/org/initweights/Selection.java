package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.initweights.internal.select.NamePattern;

/**
 * Selects parameters of a model by name, by rank and by any other condition; all of them must hold.
 *
 * <pre>{@code
 * Selection.named("encoder.**.weight").ofRank(2)
 * }</pre>
 *
 * <p>In a pattern of names {@code *} stands for any part of a name without dots, {@code **} for any number of names. A pattern without
 * a dot, such as {@code bias} or {@code *Bias}, is matched with the last name alone; any other with the whole name:
 * {@code stem.conv.weight}, {@code layers.*.weight}, {@code **.bias}.
 *
 * <p>Selections are immutable, and threads may share them if they may share their conditions.
 */
public final class Selection {

    private static final String ANY_NAME = "**";
    private static final Selection ALL = new Selection(ANY_NAME, OptionalInt.empty(), List.of());

    private final String name;
    private final NamePattern pattern;
    private final OptionalInt rank;
    private final List<Predicate<? super Parameter>> conditions;

    private Selection(String name, OptionalInt rank, List<Predicate<? super Parameter>> conditions) {
        this.name = name;
        this.pattern = NamePattern.of(name);
        this.rank = rank;
        this.conditions = conditions;
    }

    /** Every parameter. */
    public static Selection all() {
        return ALL;
    }

    /** The parameters whose name matches a pattern. */
    public static Selection named(String pattern) {
        return new Selection(Objects.requireNonNull(pattern, "pattern"), OptionalInt.empty(), List.of());
    }

    /** Of these, the parameters with {@code rank} dimensions. */
    public Selection ofRank(int rank) {
        if (rank < 0) {
            throw new IllegalArgumentException("no parameter has the rank " + rank);
        }
        if (this.rank.isPresent() && this.rank.getAsInt() != rank) {
            throw new IllegalArgumentException(
                    "no parameter has both the rank " + this.rank.getAsInt() + " and the rank " + rank);
        }
        return new Selection(name, OptionalInt.of(rank), conditions);
    }

    /** Of these, the parameters for which a condition holds. */
    public Selection where(Predicate<? super Parameter> condition) {
        List<Predicate<? super Parameter>> all = new ArrayList<>(conditions);
        all.add(Objects.requireNonNull(condition, "condition"));
        return new Selection(name, rank, List.copyOf(all));
    }

    /** Whether this parameter is meant. */
    public boolean matches(Parameter parameter) {
        return pattern.matches(parameter.name())
                && (rank.isEmpty() || rank.getAsInt() == parameter.shape().rank())
                && conditions.stream().allMatch(condition -> condition.test(parameter));
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

    /** As it was written: {@code named("**.weight").ofRank(2)}. */
    @Override
    public String toString() {
        List<String> calls = new ArrayList<>();
        if (!name.equals(ANY_NAME)) {
            calls.add("named(\"" + name + "\")");
        }
        rank.ifPresent(known -> calls.add("ofRank(" + known + ")"));
        conditions.forEach(condition -> calls.add("where(…)"));
        return calls.isEmpty() ? "all()" : String.join(".", calls);
    }
}
