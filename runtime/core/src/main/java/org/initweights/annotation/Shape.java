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
     * They are evaluated as {@code long}; division rounds towards zero, as in Java.
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
     * How many weights of equal size lie side by side along the out axis: 3 for query, key and value, 4 for the gates of an
     * LSTM. The fans are those of one of them.
     */
    int packed() default 1;

    /**
     * How many leading axes only count weights, such as the experts of a mixture: with 1, {@code [experts, out, in]} has the fans
     * of {@code [out, in]}. The layout is that of the axes that follow.
     */
    int stacked() default 0;
}
