package org.initweights;

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
 */
@FunctionalInterface
public interface Initializer {

    /**
     * Says exactly what will be written to a parameter of this shape.
     *
     * @throws InitializationException if this rule does not fit the shape
     */
    Fill resolve(TensorShape shape);
}
