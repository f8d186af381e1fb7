package org.initweights.generated;

import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.select.NamePattern;
import org.initweights.select.Specificity;

/**
 * A rule of a model over the defaults of its sub-models: what {@code @InitRule} says.
 *
 * <p>Rules are immutable, and threads may share them.
 */
public final class ModelRule {

    /** A rule for parameters of any rank. */
    public static final int ANY_RANK = -1;

    private final Class<?> type;
    private final NamePattern pattern;
    private final int rank;
    private final Initializer initializer;

    private ModelRule(Class<?> type, NamePattern pattern, int rank, Initializer initializer) {
        this.type = type;
        this.pattern = pattern;
        this.rank = rank;
        this.initializer = initializer;
    }

    /**
     * A rule.
     *
     * @param type the class of the models that hold the parameters
     * @param pattern the parameters' names
     * @param rank their rank, or {@link #ANY_RANK}
     */
    public static ModelRule rule(Class<?> type, String pattern, int rank, Initializer initializer) {
        return new ModelRule(type, NamePattern.of(pattern), rank, initializer);
    }

    /** Whether the rule is for this parameter of {@code owner}. */
    boolean matches(Object owner, String path, TensorShape shape) {
        return type.isInstance(owner) && pattern.matches(path) && (rank == ANY_RANK || rank == shape.rank());
    }

    Specificity specificity() {
        int depth = 0;
        for (Class<?> parent = type; parent != null && parent != Object.class; parent = parent.getSuperclass()) {
            depth++;
        }
        return new Specificity(depth, pattern, rank != ANY_RANK);
    }

    Initializer initializer() {
        return initializer;
    }
}
