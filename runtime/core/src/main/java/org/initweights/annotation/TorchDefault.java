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
 *
 * <p>Without a weight it is the rule of the layer's weight, also for a bias of a normalisation: 1 where PyTorch's bias is 0. The rows of
 * a recurrent layer's tensor are taken for all of its gates, since PyTorch's bound is 1/√hidden; the projection of an LSTM with a
 * {@code proj_size}, whose rows are no gates, names a tensor of its layer too:
 * <pre>{@code
 * @Shape({80, 8}) @TorchDefault(Layer.LSTM) float[] weight_hh_l0;
 * @Shape({8, 20}) @TorchDefault(value = Layer.LSTM, weight = "weight_hh_l0") float[] weight_hr_l0;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface TorchDefault {

    /** The layer. */
    Layer value();

    /** For a bias, and for the projection of an LSTM, the field of the same model that holds the weight which its rule looks at. */
    String weight() default "";

    /** Whose rules to follow. */
    TorchVersion version() default TorchVersion.CURRENT;
}
