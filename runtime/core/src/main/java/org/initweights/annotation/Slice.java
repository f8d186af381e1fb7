package org.initweights.annotation;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives some rows of a parameter an initializer of their own. Rows are counted on the outermost axis; {@link #axis} slices another,
 * {@link #step} leaves places out, and {@link #every} takes a part of each head.
 *
 * <p>With {@link #use}, these rows follow that initializer, and the others follow the one beside this annotation:
 * <pre>{@code
 * int hidden = 128;
 * @Shape(dims = "4 * hidden") @Zeros @Slice(value = "hidden : 2 * hidden", use = Ones.class) float[] bias;
 * }</pre>
 *
 * <p>Without {@code use}, the initializer beside this annotation is for these rows alone. That makes annotations for slices:
 * <pre>{@code
 * @Ones @Slice("rows / 4 : rows / 2") @interface OpenForgetGate {}
 *
 * @Shape({256, 64}) @TorchDefault(Layer.LSTM) float[] weight;
 * @Shape(256) @TorchDefault(value = Layer.LSTM, weight = "weight") @OpenForgetGate float[] bias;
 * }</pre>
 *
 * <p>Columns, and weights that are interleaved by head, as GPT-NeoX, BLOOM and Falcon keep query, key and value:
 * <pre>{@code
 * int heads = 8;
 * int headSize = 64;
 * @Shape(value = {4, 12}, layout = Layout.SPATIAL_IN_OUT) @XavierUniform
 * @Slice(value = "8 : 12", axis = 1, use = Zeros.class)                                  // w[:, 8:12]
 * @Slice(value = "1 : 8", axis = 1, step = 3, use = Ones.class)                          // w[:, 1:8:3]
 * float[] qkv;
 *
 * @Shape(dims = "heads * 3 * headSize, 512") @XavierUniform
 * @Slice(value = "headSize : 2 * headSize", every = "3 * headSize", use = Orthogonal.class)
 * float[] interleaved;                                                                   // the key of each head
 *
 * @Shape({1, 197, 768}) @Normal(std = 0.02) @Slice(value = "0", axis = 1, use = Zeros.class)
 * float[] positions;                                                                     // [1, N, D]
 * }</pre>
 *
 * <p>The slice is a parameter of its own, so a rule that divides by a fan takes the fan of the slice. It is drawn after what is outside, in
 * the order of the annotations; of {@code RandomSource.torch} as {@code init.normal_(w[:, 1:8:3])} draws a view with its strides.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(8) @Zeros @Slice(value = "4:9", use = Ones.class) float[] outside;             // SliceRange: the rows are 0 to 7
 * @Shape(8) @Slice(value = "0:4", use = Ones.class) float[] uncovered;                  // SliceCoverage: rows 4 to 7 have none
 * @Shape(8) @Zeros @Slice(value = "0:(", use = Ones.class) float[] syntax;              // SliceSyntax: an expression is cut short
 * @Shape({}) @Slice(value = "0", use = Ones.class) float[] scalar;                      // SliceRank: a scalar has no rows
 * @Shape(8) @Zeros @Slice(value = "0", use = Override.class) float[] none;              // NoInitializer: the annotation stands for none
 * @Shape(8) @Zeros @Slice(value = "0", use = Constant.class) float[] value;             // UseNeedsDefaults: its value is missing
 * @Shape(8) @Zeros @Slice(value = "0:4", use = Ones.class) @Slice(value = "3:5", use = Ones.class) float[] two;  // SliceOverlap: row 3
 * @Shape(8) @Zeros @Slice(value = "4:4", use = Ones.class) float[] empty;                // SliceEmpty: it has no row
 * @Shape(8) @Zeros @Slice(value = "0", axis = 1, use = Ones.class) float[] axis;         // SliceRank: the axes are 0 to 0
 * @Shape(8) @Zeros @Slice(value = "0:8", step = 0, use = Ones.class) float[] step;       // SliceStep: a step is 1 or more
 * @Shape(8) @Zeros @Slice(value = "0:2", every = "3", use = Ones.class) float[] every;   // SliceEvery: 8 / 3 leaves 2
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape(16) @Zeros @Slice(value = "4:8", use = Ones.class) float[] biasIh;
 * @Shape(16) @Zeros @Slice(value = "4:8", use = Ones.class) float[] biasHh;             // BiasesAdd: the layer adds both, which makes 2
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Repeatable(Slices.class)
public @interface Slice {

    /**
     * The rows, {@code "from : to"} without {@code to}; or one row, {@code "0"}. Either side may be empty, as in Python: from the
     * first row, or to the last. A number below zero counts from the end. The language is the same as in {@link Shape#dims};
     * {@code rows} is the number of all rows, and {@code n0}, {@code n1} … are the sizes of all axes; a division rounds down. With
     * {@link #axis} these are places of that axis, and with {@link #every} they are counted in each block.
     */
    String value();

    /** The axis that is sliced, counted from 0, the rows; below zero from the last, as in Python. */
    int axis() default 0;

    /** Only the first place and each {@code step}-th behind it, as NumPy's {@code w[from:to:step]}; 1 or more. */
    int step() default 1;

    /**
     * How many places a block of an interleaved axis has, which {@link #value} is a part of, such as {@code "3 * headSize"}; it divides the
     * axis without a remainder. By default the axis is one block.
     */
    String every() default "";

    /** An annotation that is an initializer; its members have their defaults. By default the initializer beside this annotation. */
    Class<? extends Annotation> use() default Slice.class;
}
