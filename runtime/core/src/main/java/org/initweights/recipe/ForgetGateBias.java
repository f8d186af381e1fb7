package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Constant;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Slice;

/**
 * An LSTM's forget gate starts open: the second quarter of a bias in PyTorch's order of gates, i, f, g, o. It goes beside the
 * initializer of the whole bias, on one of the two biases that PyTorch adds:
 * <pre>{@code
 * @Shape(dims = "4 * hidden") @Zeros @ForgetGateBias float[] biasIh;
 * }</pre>
 *
 * <p>Jozefowicz, Zaremba and Sutskever, <i>An empirical exploration of recurrent network architectures</i>, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Constant(1)
@Slice("shape.rows / 4 : shape.rows / 2")
public @interface ForgetGateBias {
    /** The bias of the forget gate. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    double value() default 1;
}
