package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Computes arguments of the initializer beside it. Each member has the name of the argument that it replaces.
 *
 * <p>On a parameter it computes from the model; on an annotation that stands for an initializer, from that annotation's own
 * members too:
 * <pre>{@code
 * @Normal
 * @Formula(std = "0.02 / sqrt(2 * layers)")
 * @interface ResidualNormal {
 *     int layers();
 * }
 *
 * @Shape({768, 3072}) @ResidualNormal(layers = 12) float[] projection;
 * }</pre>
 *
 * <p>A formula is made of numbers, {@code + - * / ( )}, the functions {@code sqrt}, {@code abs}, {@code min}, {@code max},
 * {@code exp}, {@code log} and {@code pow}, and names. A name means a member of the annotation; a property of the shape ({@code fan_in},
 * {@code fan_out}, {@code in}, {@code out}, {@code rows}, {@code kernel}, {@code elements}); or a number of the model, as in
 * {@code @Shape(dims = …)}, but also with a fraction ({@code config.initializerRange}). A name of the shape that is another number of the
 * model or of the annotation too is an error: {@code shape.in} and {@code model.in} say which. {@code index} is the position of the model
 * in the nearest list or array that holds it, or holds what it is part of, unless the model has a member of that name. All arithmetic is
 * in {@code double}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Formula {

    /** {@code mean} of a normal distribution. */
    String mean() default "";

    /** {@code std} of a normal distribution. */
    String std() default "";

    /** The lower bound, or a leaky ReLU's slope. */
    String a() default "";

    /** The upper bound. */
    String b() default "";

    /** {@code value} of {@link Constant}. */
    String value() default "";

    /** The gain. */
    String gain() default "";

    /** {@code scale} of {@link VarianceScaling}. */
    String scale() default "";

    /** {@code sparsity} of {@link Sparse}. */
    String sparsity() default "";
}
