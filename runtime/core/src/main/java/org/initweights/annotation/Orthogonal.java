package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws a random matrix with orthonormal rows, or orthonormal columns if it has more rows than columns.
 *
 * <pre>
 * w = gain · Q,   Q·Qᵀ = 1 or Qᵀ·Q = 1,   Q uniform among all such matrices
 * </pre>
 *
 * <p>A weight of more than two dimensions is taken as a matrix: its first axis (with {@link org.initweights.Layout#SPATIAL_IN_OUT}
 * its last) against all the others. Of a packed or stacked parameter (see {@link Shape#packed} and {@link Shape#stacked}) each
 * matrix is drawn for itself. Example, the recurrent weight of a GRU, whose three gates are orthogonal each:
 * <pre>{@code
 * @Shape(value = {768, 256}, packed = 3) @Orthogonal float[] weightHh;
 * @Shape({64, 32, 3, 3}) @Orthogonal(gain = 1.4142135623730951) float[] conv;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @Orthogonal float[] bias;                                                  // OrthogonalRank: needs two dimensions
 * @Shape({4, 4}) @Orthogonal(gain = 0.0 / 0.0) float[] gain;                            // NotFinite: NaN and infinities are refused
 * @Shape(value = {4, 2, 3}, inAxes = {0, 2}, outAxes = 1) @Orthogonal float[] middle;   // OrthogonalAxes: out axes first or last
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({10000, 10000}) @Orthogonal float[] large;      // OrthogonalCost: takes minutes; @XavierNormal is nearly orthogonal here
 * @Shape({5000, 2}) @Orthogonal float[] thin;            // OrthogonalCost: random rows are nearly orthogonal already
 * }</pre>
 *
 * <p>Source: Saxe, McClelland and Ganguli, <i>Exact solutions to the nonlinear dynamics of learning in deep linear neural
 * networks</i>, 2013; {@code torch.nn.init.orthogonal_}; {@code jax.nn.initializers.orthogonal}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Orthogonal {

    /** A factor on the matrix. Any finite number; 1 by default. {@code Nonlinearity.RELU.gain()} is 1.4142… */
    double gain() default 1;
}
