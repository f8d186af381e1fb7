package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a member of your own initializer annotation whose value, where it is left out, comes from the model: from the field, method
 * or constant of the same name.
 *
 * <p>So one annotation serves a list of layers, each with a number of its own:
 * <pre>{@code
 * @Normal
 * @Formula(std = "0.02 / sqrt(2 * (layer + 1))")
 * @interface Residual {
 *     @FromModel int layer() default 0;
 * }
 *
 * class Block {
 *     final int layer;
 *     @Shape({64, 64}) @Residual float[] wo;                  // the layer of this block
 *     @Shape({64, 64}) @Residual(layer = 3) float[] other;    // 3
 *
 *     Block(int layer) {
 *         this.layer = layer;
 *     }
 * }
 * }</pre>
 *
 * <p>In {@code @InitRule(use = Residual.class)} the number comes from the model that has the rule. Java demands a default, but it
 * is not used unless {@link #optional} says so.
 *
 * <p>Errors:
 * <pre>{@code
 * @Normal
 * @Formula(std = "0.02 / depth")
 * @interface Scaled {
 *     @FromModel int depth() default 1;
 * }
 *
 * @Shape({64, 64}) @Scaled float[] weight;                    // MissingNumber: the model has no integer named depth
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface FromModel {

    /**
     * Whether the default of the member holds where the model has no number of this name. By default {@code false}: that is an
     * error.
     */
    boolean optional() default false;

    /**
     * What the number is, as in {@code "the number of layers"}. Two initializers of one class that take one number of the model, by its name,
     * and say that it is two different things, are the warning {@code SharedNumber}: give one of them a number of its own. By default nothing,
     * which differs from nothing.
     */
    String meaning() default "";
}
