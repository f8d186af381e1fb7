package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a random orthogonal matrix at the centre of a convolution's kernel. A deep network of such convolutions passes on the norm
 * of its input.
 *
 * <pre>
 * w[o][i][centre] = gain · q[i][o],   rows of q orthonormal;   all else 0;   centre = ⌊(size - 1) / 2⌋ on each axis of the kernel
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape({64, 32, 3, 3}) @DeltaOrthogonal(gain = 1.4142135623730951) float[] conv;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({64, 32}) @DeltaOrthogonal float[] matrix;                 // DeltaOrthogonalRank: needs three, four or five dimensions
 * @Shape({32, 64, 3, 3}) @DeltaOrthogonal float[] narrowing;        // DeltaOrthogonalChannels: no more in than out channels
 * @Shape({64, 32, 3}) @DeltaOrthogonal(gain = 0.0 / 0.0) float[] g; // NotFinite: NaN and infinities are refused
 * }</pre>
 *
 * <p>Source: Xiao, Bahri, Sohl-Dickstein, Schoenholz and Pennington, <i>Dynamical isometry and a mean field theory of CNNs</i>,
 * 2018; {@code jax.nn.initializers.delta_orthogonal}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface DeltaOrthogonal {

    /** A factor on the matrix. Any finite number; 1 by default. */
    double gain() default 1;
}
