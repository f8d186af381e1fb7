package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Initializer;

/**
 * Starts this parameter by an initializer of your own.
 *
 * <p>Example, a class of your own and the arguments for its constructor:
 * <pre>{@code
 * int layers = 12;
 *
 * record Scaled(double std, int times) implements Initializer {
 *     public Fill resolve(TensorShape shape) {
 *         return Initializers.normal(0, std / Math.sqrt(times)).resolve(shape);
 *     }
 * }
 *
 * @Shape({768, 768}) @InitWith(value = Scaled.class, args = {"0.02", "2 * layers"}) float[] projection;
 * }</pre>
 *
 * <p>The compiler cannot run code that it is compiling. So the initializer is made and resolved when the model is initialised;
 * whether it fits the shape is found out then. If its {@code resolve} throws, or returns null, that is an
 * {@link org.initweights.InitializationException} before anything is written. If a formula is all that you need, {@link Formula} is
 * checked while compiling.
 *
 * <p>Errors:
 * <pre>{@code
 * record Made(double std, int times, FanMode mode) implements Initializer {
 *     public Fill resolve(TensorShape shape) {
 *         return Initializers.zeros().resolve(shape);
 *     }
 * }
 *
 * @Shape(4) @InitWith(Made.class) float[] none;                                                // InitWithClass: it needs three arguments
 * @Shape(4) @InitWith(value = Made.class, args = {"1", "2.5", "FAN_IN"}) float[] fraction;     // InitWithArgument: times is an int
 * @Shape(4) @InitWith(value = Made.class, args = {"1", "2", "FAN"}) float[] constant;          // InitWithArgument: no such FanMode
 * @Shape(4) @InitWith(value = Made.class, args = {"1 +", "2", "FAN_IN"}) float[] syntax;       // FormulaSyntax: a number is missing
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface InitWith {

    /**
     * The class of the initializer. It needs a constructor that the model's package can call, with as many parameters as
     * {@link #args} has elements.
     */
    Class<? extends Initializer> value();

    /**
     * The arguments of the constructor, in order. For a number a formula as in {@link Formula}; for a {@code boolean} {@code true}
     * or {@code false}; for an enum the name of a constant; for a {@code String} the text. None by default.
     */
    String[] args() default {};
}
