package org.initweights.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.select.NamePattern;
import org.initweights.internal.select.SelectionRule;

/**
 * A rule of a model over the defaults of its sub-models: what {@code @InitRule} says.
 *
 * <p>Rules are immutable, and threads may share them.
 */
public final class ModelRule {

    /** A rule for parameters of any rank. */
    public static final int ANY_RANK = -1;

    private static final String ANY_NAME = "**";

    private final Class<?> type;
    private final String pattern;
    private final int rank;
    private final Function<? super TensorShape, ? extends Initializer> initializer;
    private final String use;
    private final int priority;
    private final boolean optional;

    private ModelRule(
            Class<?> type,
            String pattern,
            int rank,
            Function<? super TensorShape, ? extends Initializer> initializer,
            String use,
            int priority,
            boolean optional) {
        this.type = type;
        this.pattern = pattern;
        this.rank = rank;
        this.initializer = initializer;
        this.use = use;
        this.priority = priority;
        this.optional = optional;
    }

    /**
     * A rule.
     *
     * @param type the class of the models that hold the parameters
     * @param pattern the parameters' names
     * @param rank their rank, or {@link #ANY_RANK}
     */
    public static ModelRule rule(Class<?> type, String pattern, int rank, Initializer initializer) {
        return ruleForShapes(type, pattern, rank, shape -> initializer);
    }

    /** A rule whose initializer is made of numbers of the model. */
    public static ModelRule rule(Class<?> type, String pattern, int rank, ModelInitializer initializer) {
        return ruleForShapes(type, pattern, rank, shape -> initializer.make());
    }

    /**
     * A rule with numbers that are computed from the shape of each parameter, such as a formula of its fan.
     *
     * @param initializer what a parameter of a shape has then, with all that it says: a role, and not the fill alone
     */
    public static ModelRule ruleForShapes(
            Class<?> type, String pattern, int rank, Function<? super TensorShape, ? extends Initializer> initializer) {
        return new ModelRule(type, pattern, rank, initializer, "", 0, false);
    }

    /**
     * This rule, as messages name it.
     *
     * @param annotation the simple name of the annotation that it uses
     */
    public ModelRule using(String annotation) {
        return new ModelRule(type, pattern, rank, initializer, annotation, priority, optional);
    }

    /** This rule with a priority: it wins over rules of a lower one, however narrow they are. */
    public ModelRule priority(int priority) {
        return new ModelRule(type, pattern, rank, initializer, use, priority, optional);
    }

    /** This rule, as one that need not match anything. */
    public ModelRule optional() {
        return new ModelRule(type, pattern, rank, initializer, use, priority, true);
    }

    /** The parameters that it is for. */
    SelectionRule<Class<?>> rule() {
        return new SelectionRule<>(
                toString(),
                type,
                NamePattern.of(pattern),
                rank == ANY_RANK ? OptionalInt.empty() : OptionalInt.of(rank),
                Set.of(),
                priority,
                optional);
    }

    /** What it says for a parameter of this shape. */
    Initializer initializer(TensorShape shape) {
        return initializer.apply(shape);
    }

    /** As the annotation is written. */
    @Override
    public String toString() {
        List<String> members = new ArrayList<>();
        if (type != Object.class) {
            members.add("type = " + type.getSimpleName() + ".class");
        }
        if (!pattern.equals(ANY_NAME)) {
            members.add("param = \"" + pattern + "\"");
        }
        if (rank != ANY_RANK) {
            members.add("rank = " + rank);
        }
        if (!use.isEmpty()) {
            members.add("use = " + use + ".class");
        }
        if (priority != 0) {
            members.add("priority = " + priority);
        }
        if (optional) {
            members.add("optional = true");
        }
        return "@InitRule(" + String.join(", ", members) + ")";
    }
}
