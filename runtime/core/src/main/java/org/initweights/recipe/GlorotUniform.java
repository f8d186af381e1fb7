package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.annotation.VarianceScaling;

/**
 * Glorot's uniform by the name of JAX and Keras; the default of Keras' layers.
 *
 * <pre>
 * w ~ U[-b, b),   b = √(6 / (fan_in + fan_out))
 * </pre>
 *
 * <p>The distribution is the same as for {@link org.initweights.annotation.XavierUniform}. Example, in the layout of Keras:
 * <pre>{@code
 * @Shape(value = {128, 256}, layout = Layout.SPATIAL_IN_OUT) @GlorotUniform float[] kernel;     // b = 0.125
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(256) @GlorotUniform float[] bias;                       // FanRank: a vector has no fan; use @Zeros for a bias
 * }</pre>
 *
 * <p>Source: Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural networks</i>, 2010;
 * {@code jax.nn.initializers.glorot_uniform}; Keras' {@code GlorotUniform}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@VarianceScaling(mode = FanMode.FAN_AVG, distribution = Distribution.UNIFORM)
public @interface GlorotUniform {}
