package org.initweights;

import org.initweights.internal.rule.SlicedRule;

/**
 * Decides what a parameter starts as, given its shape.
 *
 * <p>{@link #resolve} does not write anything. It returns a {@link Fill}, which says exactly what will be written. So the annotation
 * processor can check an initializer while a model compiles; for shapes that are known only when a model is built, the same code checks
 * it then.
 *
 * <p>Write your own out of the methods of {@link Initializers}:
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
     * @throws InitializationException if this initializer does not fit the shape
     */
    Fill resolve(TensorShape shape);

    /**
     * This initializer with another one for some rows, such as the forget gate in the bias of an LSTM, or the padding row of an
     * embedding. Rows are counted on the outermost axis.
     *
     * <pre>{@code
     * Initializers.normal(0, 0.02).withRows(0, 1, Initializers.zeros())
     * }</pre>
     *
     * <p>The rows are resolved as a parameter of their own, so an initializer that divides by a fan takes the fan of the slice. If rows
     * are given twice, or the shape does not have them, {@link #resolve} throws an {@link InitializationException}.
     *
     * @param from the first row, from 0
     * @param to the first row after the slice, which follows this initializer again
     * @param rows the initializer of the rows
     */
    default Initializer withRows(long from, long to, Initializer rows) {
        return SlicedRule.of(this, new SlicedRule.Rows(from, to, rows));
    }
}
