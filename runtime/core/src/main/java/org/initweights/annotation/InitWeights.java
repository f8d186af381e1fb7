package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.TensorAdapter;

/**
 * Generates {@code <Model>Init} for this class.
 *
 * <p>Needed on a model that has only sub-models; on others the annotations of the fields are enough.
 *
 * <p>On an interface or a class that others extend, sealed or not, it makes every class, record and enum below a model, wherever it is
 * compiled, and fields of this type are visited: an object in them is initialised as the class that it is.
 *
 * <pre>{@code
 * @InitWeights interface Layer { float[] forward(float[] x); }
 * class Dense implements Layer { @Shape({4, 3}) @KaimingNormal float[] weight; … }
 * enum Activation implements Layer { RELU { … }, TANH { … } }                       // a model without parameters
 * @InitWeights class Net { final List<Layer> layers = List.of(new Dense(), Activation.RELU); }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface InitWeights {

    /** Adapters for fields whose types the library does not know. */
    Class<? extends TensorAdapter<?>>[] adapters() default {};

    /** Makes a field that could hold weights and is neither initialised nor marked {@link Skip} an error. */
    boolean strict() default false;
}
