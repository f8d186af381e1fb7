package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SequenceExpressions;
import org.initweights.annotation.Table;

/**
 * S4D-Real: a diagonal state matrix without imaginary parts, -1, -2, -3, ….
 *
 * <pre>
 * A_n = -(n + 1)
 * </pre>
 *
 * <p>The axis of the states is the second, 1. Example:
 * <pre>{@code
 * @Shape({256, 64}) @S4dReal float[] a;
 * }</pre>
 *
 * <p>{@link MambaALog} is the logarithm of -A. Errors:
 * <pre>{@code
 * @Shape(64) @S4dReal float[] states;                            // TableIndex: it needs channels and states
 * }</pre>
 *
 * <p>Source: Gu, Gupta, Goel and Ré, <i>On the parameterization and initialization of diagonal state space models</i>, 2022.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.S4D_REAL)
public @interface S4dReal {}
