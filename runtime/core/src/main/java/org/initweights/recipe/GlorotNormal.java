package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.FanMode;
import org.initweights.annotation.VarianceScaling;

/**
 * Glorot's normal as JAX and Keras have it: cut at two standard deviations.
 *
 * <pre>
 * w ~ N(0, σ²) given |w| ≤ 2σ,   σ = √(2 / (fan_in + fan_out)) / 0.8796
 * </pre>
 *
 * <p>The variance is the same as for {@link org.initweights.annotation.XavierNormal}, which is PyTorch's and not cut. Example, in
 * the layout of Keras:
 * <pre>{@code
 * @Shape(value = {128, 256}, layout = Layout.SPATIAL_IN_OUT) @GlorotNormal float[] kernel;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(256) @GlorotNormal float[] bias;                        // FanRank: a vector has no fan; use @Zeros for a bias
 * }</pre>
 *
 * <p>Source: Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural networks</i>, 2010;
 * {@code jax.nn.initializers.glorot_normal}; Keras' {@code GlorotNormal}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@VarianceScaling(mode = FanMode.FAN_AVG)
public @interface GlorotNormal {}
