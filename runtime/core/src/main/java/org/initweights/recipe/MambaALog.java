package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code A_log} of Mamba: the logarithms of 1 to N along the last axis.
 *
 * <pre>
 * w[…][n] = ln(n + 1),   n from 0
 * </pre>
 *
 * <p>The state matrix is A = -exp(w), so it starts as -1, -2, … -N, the diagonal of S4D-Real. Example, 1536 channels with 16
 * states:
 * <pre>{@code
 * @Shape({1536, 16}) @MambaALog float[] aLog;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({}) @MambaALog float[] scalar;                          // LogRangeRank: needs at least one dimension
 * }</pre>
 *
 * <p>Source: Gu and Dao, <i>Mamba: linear-time sequence modeling with selective state spaces</i>, 2023, and its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MambaALog {}
