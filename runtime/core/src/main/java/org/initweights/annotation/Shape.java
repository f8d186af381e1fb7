package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Layout;

/**
 * The shape of a parameter, with the roles of its axes.
 *
 * <p>Sizes known while the model compiles are numbers, {@code @Shape({64, 3, 7, 7})}. Sizes known only when a model is built
 * are expressions over it, {@code @Shape(dims = "out, in / groups, k, k")}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Shape {

    /** The sizes of the dimensions, outermost first; none, {@code @Shape({}) float[]}, for a scalar. */
    int[] value() default {};

    /**
     * The sizes as expressions, separated by commas: {@code + - * / ( )} over integers and over the model's {@code int} and
     * {@code long} fields, methods without parameters and constants, also those of its fields ({@code config.hidden}).
     * They are evaluated as {@code long}. A division must leave no remainder, here or when a model is built; {@code floor(a / b)}
     * rounds down.
     *
     * <p>A static member of another class is named as code would name it, {@code Config.WIDTH}, or with its package. {@code index} is
     * the position of the model in the nearest list or array that holds it, or holds what it is part of, unless the model has a member
     * of that name.
     */
    String dims() default "";

    /**
     * A {@code boolean} field or method without parameters, also of a field ({@code config.bias}), that says whether the model has this
     * parameter: {@code @Shape(dims = "out", onlyIf = "hasBias")}. Where it is false there is no parameter of this name, and the field
     * stays null; a tensor that is there all the same is an {@code IllegalArgumentException}, since nobody would initialise it.
     */
    String onlyIf() default "";

    /** Which axis is which; decides the fans. */
    Layout layout() default Layout.OUT_IN_SPATIAL;

    /** Into how many groups a convolution's channels are split; must divide them. */
    int groups() default 1;

    /**
     * {@link #groups} as an expression over the model, as {@link #dims} has them: {@code @Shape(dims = "out, in / groups, k, k", groupsOf =
     * "groups")}. That they divide the channels is checked when a model is built.
     */
    String groupsOf() default "";

    /**
     * How many weights of equal size lie side by side along the out axis: 3 for query, key and value, 4 for the gates of an
     * LSTM. The fans are those of one of them.
     */
    int packed() default 1;

    /** {@link #packed} as an expression over the model, as {@link #dims} has them. */
    String packedOf() default "";

    /**
     * How many leading axes only count weights, such as the experts of a mixture: with 1, {@code [experts, out, in]} has the fans
     * of {@code [out, in]}. The layout is that of the axes that follow.
     */
    int stacked() default 0;

    /**
     * The axes that an output sums over, as {@code in_axis} of {@code jax.nn.initializers}, where they are several or no layout has them:
     * {@code @Shape(value = {512, 8, 64}, inAxes = {0}, outAxes = {1, 2})}. An axis below zero counts from the last. With any of
     * {@code inAxes}, {@code outAxes} and {@code batchAxes} there is no layout, and nothing grouped, packed or stacked.
     */
    int[] inAxes() default {-2};

    /** The axes of the outputs, as {@code out_axis}; see {@link #inAxes}. */
    int[] outAxes() default {-1};

    /** The axes that only count weights, as {@code batch_axis}; see {@link #inAxes}. */
    int[] batchAxes() default {};
}
