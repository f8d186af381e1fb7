package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that training does not change a parameter, or what a sub-model has: PyTorch's buffers. It is initialised, saved and loaded like any
 * other; {@link org.initweights.Parameter#isTrainable()} tells it apart, tables and reports say it, and what is said of weights that could
 * not learn is not said of it.
 *
 * <pre>{@code
 * class BatchNorm {
 *     @Shape(64) @Ones  float[] weight;
 *     @Shape(64) @Zeros float[] bias;
 *     @Shape(64) @Zeros @NonTrainable float[] runningMean;
 *     @Shape(64) @Ones  @NonTrainable float[] runningVar;
 *     @Shape({}) @Zeros long[] batches;                                  // integers are never trained
 * }
 * }</pre>
 *
 * <p>On the field of a sub-model, or of what holds sub-models, it is for all that they have.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(3) @Ones float[] scale;
 * @NonTrainable int[] sizes;                                             // NonTrainable: there is no parameter here
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface NonTrainable {}
