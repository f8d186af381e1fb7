package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SequenceExpressions;
import org.initweights.annotation.Table;

/**
 * The slopes of ALiBi, one for each head: powers of 2^(-8 / heads). If the heads are no power of two, the slopes of the power below come
 * first, and then every other one of the power above.
 *
 * <pre>
 * m_i = 2^(-8 (i + 1) / H)   for H heads, a power of two
 * </pre>
 *
 * <p>Axis 0 is the head. Example:
 * <pre>{@code
 * @Shape({12, 1, 1}) @AlibiSlopes @NonTrainable float[] slopes;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({}) @AlibiSlopes float[] scalar;                        // TableIndex: it needs heads
 * }</pre>
 *
 * <p>Source: Press, Smith and Lewis, <i>Train short, test long: attention with linear biases enables input length extrapolation</i>,
 * 2021, and {@code get_slopes} of its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.ALIBI)
public @interface AlibiSlopes {}
