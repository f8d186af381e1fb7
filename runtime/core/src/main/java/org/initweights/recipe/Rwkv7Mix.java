package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SequenceExpressions;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Table;

/**
 * The token mixes of RWKV-7, {@code x_r} … {@code x_g}: ramps over the channels, flatter in later layers.
 *
 * <pre>
 * x_n = 1 - ((n / C)^(exponent · (1 - layer / layers)) + rise · layer / (layers - 1))
 * </pre>
 *
 * <p>The last axis of three is the channel. Of {@code x_r} and {@code x_g} the exponent is 0.2, of {@code x_w} and {@code x_a} 0.9;
 * {@code x_k} has 0.9 and a rise of 0.4, {@code x_v} 0.4 and 0.6; in later code of RWKV-LM both have 0.7 and do not rise. Example:
 * <pre>{@code
 * int layer = 3;
 * int layers = 24;
 * @Shape({1, 1, 2048}) @Rwkv7Mix(exponent = 0.2) float[] xr;
 * @Shape({1, 1, 2048}) @Rwkv7Mix(exponent = 0.9, rise = 0.4) float[] xk;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({1, 1, 2048}) @Rwkv7Mix(exponent = 0.2) float[] left;   // MissingNumber: the model has no integer named layer
 * }</pre>
 *
 * <p>Source: Peng and others, <i>RWKV-7 "Goose" with expressive dynamic state evolution</i>, 2025, and the published code of RWKV-LM.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.RWKV7_MIX)
public @interface Rwkv7Mix {
    /** How steep the ramp of the first layer is. */
    double exponent();

    /** By how much less the last layer keeps. */
    double rise() default 0;

    /** The number of the layer, from 0. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layer() default 0;

    /** The number of layers, 2 or more. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layers() default 0;
}
