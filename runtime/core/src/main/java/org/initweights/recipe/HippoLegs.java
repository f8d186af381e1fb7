package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The state matrix of S4, which remembers the past as coefficients of Legendre polynomials.
 *
 * <pre>
 * A[n][k] = -√((2n + 1)(2k + 1)) for n > k,   -(n + 1) for n = k,   0 for n &lt; k
 * </pre>
 *
 * <p>Rows and columns count from 0. The sign is as in S4; the paper on HiPPO has the opposite one. Example:
 * <pre>{@code
 * @Shape({64, 64}) @HippoLegs double[] state;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @HippoLegs float[] vector;                          // HippoRank: needs two dimensions
 * @Shape({64, 32}) @HippoLegs float[] uneven;                    // HippoSquare: needs as many rows as columns
 * }</pre>
 *
 * <p>Source: Gu, Dao, Ermon, Rudra and Ré, <i>HiPPO: recurrent memory with optimal polynomial projections</i>, 2020; Gu, Goel and
 * Ré, <i>Efficiently modeling long sequences with structured state spaces</i>, 2021.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface HippoLegs {}
