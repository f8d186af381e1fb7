package org.initweights.collect;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class that the annotation processor wrote; tools leave classes with an annotation of this name alone. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {

    /** The class that wrote it. */
    String value();

    /**
     * A digest of the annotations, sub-models and constants of the model that it was written for. The processor compares it when another
     * model contains that one, so that a class file that is older than its model is noticed.
     */
    String model() default "";
}
