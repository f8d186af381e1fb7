package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SequenceExpressions;
import org.initweights.annotation.Table;

/**
 * S4D-Lin: the imaginary parts of a diagonal state matrix, evenly spaced; the real parts are -1/2.
 *
 * <pre>
 * A_n = -1/2 + i·π·n
 * </pre>
 *
 * <p>The axis of the states is the second, 1; the real parts are a parameter of their own. Example:
 * <pre>{@code
 * @Shape({256, 32}) @S4dLin float[] aImaginary;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(32) @S4dLin float[] states;                             // TableIndex: it needs channels and states
 * }</pre>
 *
 * <p>Source: Gu, Gupta, Goel and Ré, <i>On the parameterization and initialization of diagonal state space models</i>, 2022.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.S4D_LIN)
public @interface S4dLin {}
