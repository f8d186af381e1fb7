package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Computes arguments of the initializer beside it. Each member has the name of the argument that it replaces.
 *
 * <p>On a parameter it computes from the shape and the model. On an annotation that stands for an initializer it computes from that
 * annotation's own members, too:
 * <pre>{@code
 * @Normal
 * @Formula(std = "0.02 / sqrt(2 * layers)")
 * @interface ResidualNormal {
 *     int layers();
 * }
 *
 * @Shape({768, 3072}) @ResidualNormal(layers = 12) float[] projection;
 *
 * double range = 0.02;
 * @Shape({3072, 768}) @Normal @Formula(std = "range / sqrt(fan_in)") float[] weight;
 * }</pre>
 *
 * <p>A formula is made of:
 * <ul>
 *   <li>numbers, {@code + - * /} and parentheses;
 *   <li>{@code sqrt}, {@code abs}, {@code exp} and {@code log} (natural) of one number, {@code min}, {@code max} and {@code pow} of
 *       two;
 *   <li>members of the annotation that the formula is on;
 *   <li>numbers of the shape: {@code fan_in}, {@code fan_out}, {@code in} and {@code out} (channels), {@code rows} (the size of the
 *       first axis), {@code kernel} (positions of the kernel), {@code elements};
 *   <li>numbers of the model: fields, methods without parameters and constants, as in {@link Shape#dims}, but also with a fraction:
 *       {@code config.initializerRange};
 *   <li>{@code index}, the position of the model in the nearest list or array that holds it, or holds what it is part of, unless
 *       the model has a member of that name.
 * </ul>
 *
 * <p>A name that means a number of the shape and also another number of the model must say which: {@code shape.in} or
 * {@code model.in}. All arithmetic is in {@code double}.
 *
 * <p>Errors:
 * <pre>{@code
 * String name = "";
 * int out;
 * @Shape({4, 4}) @Normal @Formula(gain = "2") float[] noGain;                  // FormulaMember: @Normal has no gain
 * @Shape({4, 4}) @Normal @Formula float[] empty;                               // EmptyFormula: say what it computes
 * @Shape({4, 4}) @Normal @Formula(std = "1 +") float[] syntax;                 // FormulaSyntax: a number or a name is missing
 * @Shape({4, 4}) @Normal @Formula(std = "fan_inn") float[] typo;               // UnknownName: no number of this name
 * @Shape({4, 4}) @Normal @Formula(std = "sin(1)") float[] function;            // UnknownFunction: there is no sin
 * @Shape({4, 4}) @Normal @Formula(std = "name") float[] text;                  // FormulaType: a formula needs numbers
 * @Shape({4, 4}) @Normal @Formula(std = "1 / 0") float[] infinite;             // FormulaValue: the result is no finite number
 * @Shape({4, 4}) @Normal @Formula(std = "1 / out") float[] two;                // AmbiguousName: shape.out or model.out
 * @Shape({4, 4}) @Normal(std = 2) @Formula(std = "1") float[] twice;           // TwoSources: keep the argument or the formula
 * @Shape(4) @Normal @Formula(std = "1 / fan_in") float[] vector;               // FanRank: a vector has no fan
 * @Shape({4, 4}) @Normal @Formula(std = "-1") float[] negative;                // Negative: the result is checked as an argument is
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Normal
 * @interface Scaled {
 *     double sdt() default 1;
 * }
 *
 * @Shape({3, 4}) @Scaled(sdt = 0.02) float[] typo;                             // UnusedMember: no argument or formula takes sdt
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Formula {

    /** {@code mean} of {@link Normal} and {@link TruncNormal}. Empty by default: not computed. */
    String mean() default "";

    /** {@code std} of {@link Normal}, {@link TruncNormal} and {@link Sparse}. Empty by default: not computed. */
    String std() default "";

    /**
     * {@code a}: the lower bound of {@link Uniform} and {@link TruncNormal}, the slope of {@link KaimingNormal} and
     * {@link KaimingUniform}. Empty by default: not computed.
     */
    String a() default "";

    /** {@code b}: the upper bound of {@link Uniform} and {@link TruncNormal}. Empty by default: not computed. */
    String b() default "";

    /** {@code value} of {@link Constant}. Empty by default: not computed. */
    String value() default "";

    /**
     * {@code gain} of {@link XavierNormal}, {@link XavierUniform}, {@link Orthogonal} and {@link DeltaOrthogonal}. Empty by
     * default: not computed.
     */
    String gain() default "";

    /** {@code scale} of {@link VarianceScaling}. Empty by default: not computed. */
    String scale() default "";

    /** {@code sparsity} of {@link Sparse}. Empty by default: not computed. */
    String sparsity() default "";

    /**
     * {@code base} of {@link org.initweights.recipe.MupHidden} and its siblings: a size of the base model. Empty by default: not computed.
     */
    String base() default "";

    /**
     * {@code depth} of {@link org.initweights.recipe.MupBranchHidden} and {@link org.initweights.recipe.MupBranchVector}: how many residual
     * blocks there are. Empty by default: not computed.
     */
    String depth() default "";

    /** {@code baseDepth} of the same: how many the base model has. Empty by default: not computed. */
    String baseDepth() default "";
}
