package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets every element to one value.
 *
 * <pre>
 * w = value
 * </pre>
 *
 * <p>Example, a batch normalisation whose scale starts small:
 * <pre>{@code
 * @Shape(64) @Constant(0.1) float[] scale;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(8) @Constant(1.0 / 0.0) float[] infinite;                                // NotFinite: NaN and infinities are refused
 * @Shape(8) @Constant(1e5) @HalfFloat(HalfFormat.FP16) short[] large;             // Overflow: FP16 ends at 65504; BF16 holds it
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({4, 5}) @Constant(0.1) float[] matrix;                                   // Symmetry: all units of the layer stay alike
 * @Shape(8) @Constant(1e-6) @HalfFloat(HalfFormat.FP16) short[] small;            // Underflow: too small for FP16; BF16 holds it
 * }</pre>
 *
 * <p>Source: {@code torch.nn.init.constant_}; {@code jax.nn.initializers.constant}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Constant {

    /** The value of every element. Any finite number; there is no default. */
    double value();
}
