package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Initializer;

/**
 * Starts this parameter by a rule of your own.
 *
 * <p>The rule is resolved when the model is initialised: the compiler cannot run code that it is compiling.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface InitWith {

    /** The rule; a class with a constructor that the model's package can call. */
    Class<? extends Initializer> value();

    /**
     * The arguments of its constructor: formulas as in {@link Formula} for numbers, {@code true} or {@code false}, the name of an
     * enum's constant, or any text where the parameter is a {@code String}.
     */
    String[] args() default {};
}
