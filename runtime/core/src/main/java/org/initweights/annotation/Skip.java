package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a field, or every object of a class, alone.
 *
 * <p>On a field: it is no parameter, its contents stay as the model leaves them, and no sub-model in it is visited.
 *
 * <p>On a class or an interface: it is no model, whatever it extends or implements. Fields of this type are not visited, and an
 * object of it in a field of another type is not visited either. Nothing is said of its tensors. Example:
 * <pre>{@code
 * @InitWeights interface Layer {}
 *
 * @Skip class RotaryTable implements Layer { float[] cos, sin; }         // computed, not trained
 *
 * class Dense implements Layer {
 *     @Shape({4, 3}) @KaimingNormal float[] weight;
 *     @Skip float[] scratch;
 * }
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Skip @Shape(3) @Ones float[] both;                                    // SkipAndInitializer: keep one of the two
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Skip {}
