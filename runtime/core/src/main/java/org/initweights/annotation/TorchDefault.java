package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Layer;
import org.initweights.TorchVersion;

/**
 * What the constructor of a PyTorch layer gives this parameter.
 *
 * <p>A bias whose rule depends on the weight names the field of its weight:
 * <pre>{@code
 * @Shape({10, 84}) @TorchDefault(Layer.LINEAR) float[] weight;
 * @Shape(10) @TorchDefault(value = Layer.LINEAR, weight = "weight") float[] bias;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface TorchDefault {

    /** The layer. */
    Layer value();

    /** For a bias, the field of the same model that holds its weight. */
    String weight() default "";

    /** Whose rules to follow. */
    TorchVersion version() default TorchVersion.CURRENT;
}
