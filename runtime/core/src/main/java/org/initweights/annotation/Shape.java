package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Layout;

/**
 * Makes a field a parameter, together with an initializer: its sizes, and what each axis means.
 *
 * <p>Sizes that are known while the model compiles are numbers. Sizes that are known only when a model is built are expressions
 * over it. Example:
 * <pre>{@code
 * class Conv {
 *     final int in;
 *     final int out;
 *     final boolean hasBias;
 *
 *     @Shape(dims = "out, in, 3, 3") @KaimingNormal float[] weight;
 *     @Shape(dims = "out", onlyIf = "hasBias") @Zeros float[] bias;
 *     @Shape({64, 3, 7, 7}) @KaimingNormal float[][][][] stem;
 *     @Shape({}) @Ones float[] scalar;
 *
 *     Conv(int in, int out, boolean hasBias) {
 *         this.in = in;
 *         this.out = out;
 *         this.hasBias = hasBias;
 *     }
 * }
 * }</pre>
 *
 * <p>The field may be a {@code float[]}, a {@code double[]}, nested arrays of them, a {@code FloatBuffer}, a {@code DoubleBuffer},
 * a {@code short[]} or {@code ShortBuffer} with {@link HalfFloat}, or a type that an adapter knows (see
 * {@link InitWeights#adapters}). A field that is null, and not final, is allocated. An array that is there must have the right
 * length.
 *
 * <p>The meaning of the axes decides the fans, and so the spread of every initializer that divides by a fan. Where several axes are
 * inputs or outputs, {@link #inAxes}, {@link #outAxes} and {@link #batchAxes} replace {@link #layout}, {@link #groups},
 * {@link #packed} and {@link #stacked}:
 * <pre>{@code
 * @Shape(value = {512, 8, 64}, inAxes = 0, outAxes = {1, 2}) @LecunNormal float[] query;                 // fan_in 512, fan_out 512
 * @Shape(value = {3, 3, 16, 32}, layout = Layout.SPATIAL_IN_OUT) @LecunNormal float[] keras;             // fan_in 9 · 16
 * @Shape(value = {32, 4, 3, 3}, groups = 4) @KaimingNormal float[] grouped;                              // fan_in 4 · 9
 * @Shape(value = {2304, 768}, packed = 3) @XavierUniform float[] queryKeyValue;                          // fan_out 768
 * @Shape(value = {8, 3072, 768}, stacked = 1) @XavierUniform float[] experts;                            // fan_in 768, fan_out 3072
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * int hidden;
 * double rate;
 * @Ones float[] none;                                                           // MissingShape: an initializer needs a shape
 * @Shape @Ones float[] empty;                                                   // ShapeForm: sizes or dims, not neither
 * @Shape(value = 3, dims = "3") @Ones float[] both;                             // ShapeForm: sizes or dims, not both
 * @Shape({3, -4}) @Ones float[] negative;                                       // NegativeDimension: a size is 0 or more
 * @Shape(dims = "hiden") @Ones float[] typo;                                    // UnknownDimension: no size of this name
 * @Shape(dims = "rate") @Ones float[] real;                                     // DimensionType: a size is an int or a long
 * @Shape(dims = "hidden +") @Ones float[] syntax;                               // DimensionSyntax: a number or a name is missing
 * @Shape(dims = "3 / (2 - 2)") @Ones float[] zero;                              // DivisionByZero: nothing divides by zero
 * @Shape(value = {10, 4, 3}, groups = 3) @KaimingNormal float[] groups;         // ShapeGroups: 3 does not divide 10
 * @Shape(value = {10, 4}, packed = 3) @KaimingNormal float[] packed;            // ShapePacked: 3 does not divide 10
 * @Shape(value = {10, 4}, stacked = 3) @KaimingNormal float[] stacked;          // ShapeStacked: there are two axes
 * @Shape(value = {10, 4}, inAxes = 2) @KaimingNormal float[] axes;              // ShapeAxes: there is no axis 2
 * @Shape(dims = "3", onlyIf = "hidden") @Ones float[] condition;                // ConditionType: a condition is a boolean
 * @Shape({3, 4, 5}) @Ones float[][] levels;                                     // NestedRank: three dimensions, two levels of arrays
 * @Shape({4, 5}) @Normal float[] length = new float[24];                        // ArrayLength: 24 elements where 20 are needed
 * @Shape({65536, 65536}) @Normal float[] large;                                 // TooManyElements: more than one array can hold
 * @Shape(3) @Ones byte[] bytes;                                                 // FieldType: bytes hold no weights
 * @Shape(3) @Ones static float[] shared;                                        // StaticField: a model has instance fields
 * @Shape(3) @Ones final float[] absent = null;                                  // FinalNull: it can never hold a weight
 * @Shape(3) @Ones @Zeros float[] two;                                           // TwoInitializers: keep one
 * @Shape(3) @Ones private float[] hidden2;                                      // Unreachable: generated code cannot reach it
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * int out, in, groups;
 * @Shape({4, 0}) @KaimingNormal float[] empty;                                  // ZeroSize: there is nothing to initialise
 * @Shape(dims = "out, in / groups, 3") @XavierNormal float[] grouped;           // UnsaidGroups: add groupsOf = "groups"
 * @Shape(3) float[] forgotten;                                                  // Uninitialized: it has no initializer
 *
 * @interface Nullable {}
 * @Nullable @Shape(3) @Zeros float[] bias;                                      // NullableAllocated: use onlyIf, or make it final
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Shape {

    /**
     * The sizes of the dimensions, outermost first, each 0 or more; {@code @Shape({})} is a scalar. Give either these or
     * {@link #dims}.
     */
    int[] value() default {};

    /**
     * The sizes as expressions, separated by commas: {@code "out, in / groups, k, k"}. They are computed as {@code long}. An
     * expression has {@code + - * /}, parentheses, integers, and names of the model: its {@code int} and {@code long} fields,
     * methods without parameters and constants, also of its fields ({@code config.hidden}). A static member of another class is
     * named as code would name it: {@code Config.WIDTH}, or with its package.
     *
     * <p>A division must leave no remainder; if it leaves one, that is an error while compiling or an exception when the model is
     * built. {@code floor(a / b)} rounds down. {@code index} is the position of the model in the nearest list or array that holds
     * it, or holds what it is part of, unless the model has a member of that name. Empty by default.
     */
    String dims() default "";

    /**
     * Whether the model has this parameter: the name of a {@code boolean} field or method without parameters, also of a field
     * ({@code config.bias}). Where it is false, there is no parameter of this name, and the field stays null; an array that is
     * there all the same is an {@link IllegalArgumentException}, because it would never be initialised. Empty by default: the model
     * always has it.
     */
    String onlyIf() default "";

    /** Which axis is which: by default PyTorch's {@code [out, in / groups, k…]}. It decides the fans. */
    Layout layout() default Layout.OUT_IN_SPATIAL;

    /**
     * The number of groups that a convolution's channels are split into. 1 or more, and a divisor of the channels; 1 by default.
     * The fans count the channels of one group.
     */
    int groups() default 1;

    /**
     * {@link #groups} as an expression over the model, in the language of {@link #dims}:
     * {@code @Shape(dims = "out, in / groups, k, k", groupsOf = "groups")}. That it divides the channels is checked when a model is
     * built. Empty by default.
     */
    String groupsOf() default "";

    /**
     * The number of weights of equal size that lie side by side along the out axis: 3 for query, key and value, 4 for the gates of
     * an LSTM. 1 or more, and a divisor of the out channels; 1 by default. The fans count one weight.
     */
    int packed() default 1;

    /** {@link #packed} as an expression over the model, in the language of {@link #dims}. Empty by default. */
    String packedOf() default "";

    /**
     * The number of leading axes that only count weights, such as the experts of a mixture: with 1, {@code [experts, out, in]} has
     * the fans of {@code [out, in]}. The layout describes the axes that follow. From 0, the default, to the number of axes.
     */
    int stacked() default 0;

    /**
     * The axes that an output sums over, as {@code in_axis} of {@code jax.nn.initializers}. Axes count from 0; below zero they
     * count from the last, -1. By default -2, if one of the other two is given. Beside any of the three no layout, groups, packed
     * or stacked may be given.
     */
    int[] inAxes() default {-2};

    /**
     * The axes of the outputs, as {@code out_axis} of {@code jax.nn.initializers}; see {@link #inAxes}. By default -1, if one of
     * the other two is given.
     */
    int[] outAxes() default {-1};

    /** The axes that only count weights, as {@code batch_axis} of {@code jax.nn.initializers}; see {@link #inAxes}. None by default. */
    int[] batchAxes() default {};
}
