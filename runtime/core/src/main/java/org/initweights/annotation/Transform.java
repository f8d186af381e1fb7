package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each element is a function of what the initializer beside it draws.
 *
 * <pre>
 * w = value(x),   x as the initializer draws it
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape(24) @Uniform(a = 1, b = 16) @Transform("log(x)") float[] aLog;
 *
 * double low = 0.9;
 * @Shape(1536) @Uniform(a = 0.1, b = 0.9) @Transform("log(expm1(-log(low + (1 - low) * x)))") float[] decay;
 * }</pre>
 *
 * <p>{@code x} is the number that would be written without the function. To floats and half floats a float is drawn, to doubles a double:
 * of {@link org.initweights.RandomSource#torch} and {@link org.initweights.RandomSource#jax} it is theirs, to the bit. The function is
 * computed in {@code double}, and its value rounded once, to the type of the elements.
 *
 * <p>An expression is made of what a {@link Table} is made of, with {@code x} in place of indices and sizes. It need not grow or fall all
 * the way. Mean, standard deviation and bounds are computed from the distribution of {@code x}, and a report compares elements with the
 * distribution that the function gives.
 *
 * <p>The initializer must draw each element by itself, as uniform, normal and truncated normal ones do. On an annotation that stands for
 * an initializer it belongs to that. In code it is {@link org.initweights.Initializer#transformed(String)}.
 *
 * <p>Source: chains of operations in place, such as {@code torch.Tensor.uniform_(1, 16).log_()}.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(24) @Uniform @Transform("log(x)") float[] infinite;           // TransformValue: 0 may be drawn
 * @Shape(24) @Uniform @Transform("log(x") float[] syntax;              // TransformSyntax: a parenthesis is missing
 * @Shape({4, 4}) @Orthogonal @Transform("2 * x") float[] together;     // TransformBase: elements depend on each other
 * @Shape(24) @Transform("2 * x") float[] nothing;                      // TransformAlone: there is nothing to transform
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Transform {

    /** The function of {@code x}. */
    String value();
}
