package org.initweights.annotation;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rows of a parameter that start by a rule of their own, counted on the outermost axis.
 *
 * <p>With {@code use}, these rows follow that rule, and the others the initializer beside this annotation:
 * <pre>{@code
 * @Shape(dims = "4 * hidden") @Zeros @Slice(value = "hidden : 2 * hidden", use = Ones.class) float[] bias;
 * }</pre>
 * Without {@code use}, the initializer beside this annotation is for these rows alone. That makes annotations for slices:
 * <pre>{@code
 * @Ones @Slice("rows / 4 : rows / 2") @interface OpenForgetGate {}
 *
 * @Shape(256) @TorchDefault(value = LSTM, weight = "weight") @OpenForgetGate float[] bias;
 * }</pre>
 *
 * <p>Slices must not overlap, and rows in none of them need an initializer for the whole parameter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Repeatable(Slices.class)
public @interface Slice {

    /**
     * The rows: {@code "from : to"}, without {@code to}, or one row, {@code "0"}. Either side may be empty, as in Python, and a
     * number below zero counts from the end. Expressions are those of {@code @Shape(dims = …)}; {@code rows} is the number of
     * all rows.
     */
    String value();

    /**
     * An annotation that is an initializer; its members have their defaults. By default, the initializer beside this annotation.
     */
    Class<? extends Annotation> use() default Slice.class;
}
