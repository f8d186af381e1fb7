package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Holds several rules of one model. The compiler writes it where {@link InitRule} stands more than once; you write
 * {@code @InitRule}.
 *
 * <p>What it stands for:
 * <pre>{@code
 * class Linear {
 *     @Shape({10, 64}) @TorchDefault(Layer.LINEAR) float[] weight;
 *     @Shape(10) @Zeros float[] bias;
 * }
 *
 * @InitWeights
 * @InitRules({
 *     @InitRule(param = "**.weight", use = XavierUniform.class),
 *     @InitRule(param = "**.bias", use = Ones.class)
 * })
 * class Net {
 *     final Linear head = new Linear();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface InitRules {

    /** The rules. Their order does not matter. */
    InitRule[] value();
}
