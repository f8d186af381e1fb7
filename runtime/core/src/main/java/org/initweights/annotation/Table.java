package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each element is what an expression says of its indices: nothing is drawn.
 *
 * <pre>
 * w[i0, i1, …] = value(i0, i1, …; n0, n1, …)
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape({197, 384})
 * @Table("mod(i1, 2) == 0 ? sin(i0 / pow(10000, i1 / n1)) : cos(i0 / pow(10000, (i1 - 1) / n1))")
 * float[] positions;
 *
 * double theta = 500_000;
 * @Shape(64) @Table("pow(theta, -i0 / n0)") float[] frequencies;
 * @Shape({8, 1, 1}) @Table("pow(2, -8 * (i0 + 1) / n0)") float[] alibiSlopes;
 * }</pre>
 *
 * <p>An expression is made of:
 * <ul>
 *   <li>numbers, {@code pi}, {@code + - * /} and parentheses;
 *   <li>{@code i0}, {@code i1}, …: the index of the element on each axis, from 0; and {@code n0}, {@code n1}, …: the sizes of the axes. Of
 *       rows that a {@link Slice} gives a table, they are those of the rows alone;
 *   <li>comparisons, {@code < <= > >= == !=}, before {@code ? :}, which takes one of two expressions;
 *   <li>{@code sqrt}, {@code abs}, {@code exp}, {@code expm1}, {@code log}, {@code log1p}, {@code sin}, {@code cos}, {@code tanh} and
 *       {@code floor} of one number, {@code min}, {@code max}, {@code pow} and {@code mod} of two. {@code mod} has the sign of its second
 *       number, as in Python;
 *   <li>names, which mean what they mean in a {@link Formula}: numbers of the model, of the annotation that the table is on, of the
 *       shape.
 * </ul>
 *
 * <p>All arithmetic is in {@code double}, also of indices: {@code i1 / 2} has a fraction. The functions are those of {@link StrictMath}, so
 * that a table has the same bits on every machine, and they are rounded once, to the type of the elements. What does not depend on all
 * indices is computed once for all elements that share it.
 *
 * <p>In code it is {@link org.initweights.Initializers#table(String)}; a plan holds the expression as it is written.
 *
 * <p>Source: {@code numpy.fromfunction}, with an expression in place of the function.
 *
 * <p>Errors:
 * <pre>{@code
 * double i0;
 * @Shape({4, 4}) @Table("sin(i0") float[] syntax;                      // TableSyntax: a parenthesis is missing
 * @Shape({4, 4}) @Table("sin(i7)") float[] axis;                       // TableIndex: there is no axis 7
 * @Shape({4, 4}) @Table("sin(omega)") float[] name;                    // UnknownName: no number of this name
 * @Shape({4, 4}) @Table("sinh(i1)") float[] function;                  // UnknownFunction: there is no sinh
 * @Shape({4, 4}) @Table("1 / 0") float[] zero;                         // DivisionByZero: infinite everywhere
 * @Shape({4, 4}) @Table("log(i1)") float[] infinite;                   // TableValue: infinite where i1 is 0
 * @Shape({4, 4}) @Table("i0 + i1") float[] two;                        // AmbiguousName: an index, and a member of the model
 * @Shape({4, 4}) @Table("1") @Formula(value = "2") float[] twice;      // FormulaMember: the table is the formula
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Table {

    /** The expression. */
    String value();
}
