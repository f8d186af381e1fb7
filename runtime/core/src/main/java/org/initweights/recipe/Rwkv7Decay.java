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
 * The decay of RWKV-7, {@code w0}: a ramp over the channels, steeper in later layers.
 *
 * <pre>
 * w_n = -7 + 5 · (n / (C - 1))^(0.85 + √(layer / (layers - 1))) + 0.5
 * </pre>
 *
 * <p>The last axis of three is the channel. It is the ramp of the first code; RWKV-LM has had another since,
 * -6 + 6 · (n / (C - 1))^(1 + (layer / (layers - 1))^0.3), with one for each head added, which is a {@link Table} to write. Example:
 * <pre>{@code
 * int layers = 24;
 * @Shape({1, 1, 2048}) @Rwkv7Decay(layer = 3) float[] w0;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({1, 1, 2048}) @Rwkv7Decay(layer = 0, layers = 1) float[] one;            // TableValue: with one layer, layers - 1 is 0
 * }</pre>
 *
 * <p>Source: Peng and others, <i>RWKV-7 "Goose" with expressive dynamic state evolution</i>, 2025, and the published code of RWKV-LM.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.RWKV7_DECAY)
public @interface Rwkv7Decay {
    /** The number of the layer, from 0. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layer() default 0;

    /** The number of layers, 2 or more. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layers() default 0;
}
