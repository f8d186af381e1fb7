package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Distribution;
import org.initweights.FanMode;

/**
 * Draws from a distribution of mean 0 and variance scale / fan. The rules of LeCun, Glorot and He are cases of it.
 *
 * <pre>
 * TRUNCATED_NORMAL   w ~ N(0, σ²) given |w| ≤ 2σ,   σ = √(scale / fan) / 0.8796
 * NORMAL             w ~ N(0, scale / fan)
 * UNIFORM            w ~ U[-b, b),   b = √(3 · scale / fan)
 * </pre>
 *
 * <p>{@link org.initweights.TensorShape#fans} says how fans are counted. He's rule is {@code scale = 2}, Glorot's is
 * {@code mode = FAN_AVG}, LeCun's is the default. Example:
 * <pre>{@code
 * @Shape({256, 128}) @VarianceScaling(scale = 2, mode = FanMode.FAN_OUT, distribution = Distribution.NORMAL) float[] weight;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @VarianceScaling float[] bias;                             // FanRank: a vector has no fan; use @Zeros for a bias
 * @Shape({3, 4}) @VarianceScaling(scale = -2) float[] negative;         // NotPositive: scale must be more than 0
 * @Shape({3, 4}) @VarianceScaling(scale = 1.0 / 0.0) float[] infinite;  // NotFinite: NaN and infinities are refused
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({3, 3}) @VarianceScaling @Activation(Nonlinearity.RELU) float[] relu;       // ActivationGain: ReLU needs scale 2
 * }</pre>
 *
 * <p>Source: {@code jax.nn.initializers.variance_scaling}; Keras' {@code VarianceScaling}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface VarianceScaling {

    /** The numerator of the variance, the square of a gain. More than 0; 1 by default. */
    double scale() default 1;

    /**
     * The fan that divides: the inputs of a unit, {@code FAN_IN}, by default; its outputs; or the arithmetic or geometric mean of
     * both.
     */
    FanMode mode() default FanMode.FAN_IN;

    /** The shape of the distribution; the variance is the same for all three. By default a normal cut at two standard deviations. */
    Distribution distribution() default Distribution.TRUNCATED_NORMAL;
}
