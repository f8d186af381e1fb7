package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number of an annotation that stands for an initializer which, left out, is the model's: the field, method or constant of the same
 * name. So one annotation serves a list of layers, each with a number of its own:
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
 * }
 * }</pre>
 *
 * <p>Named in {@code @InitRule(use = …)}, it is a number of the model that has the rule. The default, which Java demands, is not used
 * unless {@link #optional} says so; a model without such a number is an error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface FromModel {

    /** Whether the default holds where the model has no number of this name. */
    boolean optional() default false;
}
