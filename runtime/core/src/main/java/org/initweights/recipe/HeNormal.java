package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.VarianceScaling;

/**
 * He's normal as JAX and Keras have it: cut at two standard deviations. Meant for layers before ReLU.
 *
 * <pre>
 * w ~ N(0, σ²) given |w| ≤ 2σ,   σ = √(2 / fan_in) / 0.8796
 * </pre>
 *
 * <p>The variance is the same as for {@link org.initweights.annotation.KaimingNormal}, which is PyTorch's and not cut. Example, in
 * the layout of Keras:
 * <pre>{@code
 * @Shape(value = {3, 3, 16, 32}, layout = Layout.SPATIAL_IN_OUT) @HeNormal float[] kernel;      // fan_in = 144
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(32) @HeNormal float[] bias;                             // FanRank: a vector has no fan; use @Zeros for a bias
 * }</pre>
 *
 * <p>Source: He, Zhang, Ren and Sun, <i>Delving deep into rectifiers: surpassing human-level performance on ImageNet
 * classification</i>, 2015; {@code jax.nn.initializers.he_normal}; Keras' {@code HeNormal}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@VarianceScaling(scale = 2)
public @interface HeNormal {}
