package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Distribution;
import org.initweights.annotation.VarianceScaling;

/**
 * He's uniform by the name of JAX and Keras. Meant for layers before ReLU.
 *
 * <pre>
 * w ~ U[-b, b),   b = √(6 / fan_in)
 * </pre>
 *
 * <p>The distribution is the same as for {@link org.initweights.annotation.KaimingUniform}. Example, in the layout of Keras:
 * <pre>{@code
 * @Shape(value = {3, 3, 16, 32}, layout = Layout.SPATIAL_IN_OUT) @HeUniform float[] kernel;     // b = √(6 / 144)
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(32) @HeUniform float[] bias;                            // FanRank: a vector has no fan; use @Zeros for a bias
 * }</pre>
 *
 * <p>Source: He, Zhang, Ren and Sun, <i>Delving deep into rectifiers: surpassing human-level performance on ImageNet
 * classification</i>, 2015; {@code jax.nn.initializers.he_uniform}; Keras' {@code HeUniform}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@VarianceScaling(scale = 2, distribution = Distribution.UNIFORM)
public @interface HeUniform {}
