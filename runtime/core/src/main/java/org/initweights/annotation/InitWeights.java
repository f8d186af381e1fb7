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
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface InitWeights {

    /** Adapters for fields whose types the library does not know. */
    Class<? extends TensorAdapter<?>>[] adapters() default {};

    /** Makes a tensor field with neither an initializer nor {@link Skip} an error. */
    boolean strict() default false;
}
