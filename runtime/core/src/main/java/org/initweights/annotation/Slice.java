package org.initweights.annotation;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives some rows of a parameter an initializer of their own. Rows are counted on the outermost axis.
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
 * <p>The rows are a parameter of their own, so a rule that divides by a fan takes the fan of the slice.
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
     * first row, or to the last. A number below zero counts from the end. The language is the same as in {@link Shape#dims}, and
     * {@code rows} is the number of all rows; a division rounds down.
     */
    String value();

    /** An annotation that is an initializer; its members have their defaults. By default the initializer beside this annotation. */
    Class<? extends Annotation> use() default Slice.class;
}
