package org.initweights;

import org.initweights.internal.rule.SlicedRule;

/**
 * A rule that says how a parameter starts.
 *
 * <p>The same rule serves twice: the annotation processor resolves it while a model compiles, and shapes that are known
 * only when a model is built resolve at run time. Write your own by composing those of {@link Initializers}:
 *
 * <pre>{@code
 * class Gpt2Residual implements Initializer {
 *     public Fill resolve(TensorShape shape) {
 *         return Initializers.normal(0, 0.02 / Math.sqrt(2 * 12)).resolve(shape);
 *     }
 * }
 * }</pre>
 *
 * <p>The library's initializers are immutable, and threads may share them. So should your own be: several threads may resolve it at
 * the same time.
 */
@FunctionalInterface
public interface Initializer {

    /**
     * Says exactly what will be written to a parameter of this shape.
     *
     * @throws InitializationException if this rule does not fit the shape
     */
    Fill resolve(TensorShape shape);

    /**
     * This rule, but another for some rows, counted on the outermost axis: the forget gate of an LSTM's bias, the padding row of
     * an embedding.
     *
     * <pre>{@code
     * Initializers.normal(0, 0.02).withRows(0, 1, Initializers.zeros())
     * }</pre>
     *
     * <p>The rows are resolved as a parameter of their own, so that their fans are those of the slice. Rows that are given
     * twice, or that the shape does not have, are refused when the rule is resolved.
     *
     * @param from the first row
     * @param to the first row that follows this rule again
     */
    default Initializer withRows(long from, long to, Initializer rows) {
        return SlicedRule.of(this, new SlicedRule.Rows(from, to, rows));
    }
}
