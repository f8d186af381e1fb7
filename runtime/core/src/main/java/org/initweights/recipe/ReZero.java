package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Zeros;

/**
 * The gate of a residual branch starts at zero, so that each block starts as the identity.
 *
 * <pre>
 * w = 0
 * </pre>
 *
 * <p>Example, one number for a branch:
 * <pre>{@code
 * @Shape({}) @ReZero float[] gate;
 * }</pre>
 *
 * <p>Source: Bachlechner, Majumder, Mao, Cottrell and McAuley, <i>ReZero is all you need: fast convergence at large depth</i>,
 * 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
public @interface ReZero {}
