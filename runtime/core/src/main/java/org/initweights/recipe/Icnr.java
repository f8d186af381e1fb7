package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * A convolution before a pixel shuffle whose filters repeat scale² times, so that the enlarged picture starts without a
 * checkerboard.
 *
 * <pre>
 * w[o] = b[⌊o / scale²⌋],   b Kaiming normal with out / scale² channels
 * </pre>
 *
 * <p>Example, 16 channels that become 4 channels twice as high and wide:
 * <pre>{@code
 * @Shape({16, 3, 3, 3}) @Icnr(scale = 2) float[] conv;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({16, 3}) @Icnr float[] matrix;                                                          // IcnrRank: needs three dimensions or more
 * @Shape({16, 3, 3, 3}) @Icnr(scale = 3) float[] nine;                                           // IcnrChannels: 9 does not divide 16
 * @Shape({16, 3, 3, 3}) @Icnr(scale = 0) float[] zero;                                           // IcnrScale: 1 or more
 * @Shape(value = {3, 3, 3, 16}, layout = Layout.SPATIAL_IN_OUT) @Icnr float[] keras;             // IcnrLayout: OUT_IN_SPATIAL only
 * }</pre>
 *
 * <p>Source: Aitken, Ledig, Theis, Caballero, Wang and Shi, <i>Checkerboard artifact free sub-pixel convolution</i>, 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Icnr {
    /**
     * How many times as high and as wide the shuffle makes the picture, 1 or more; scale² must divide the out channels of each
     * group. Left out, it is the model's integer of this name, or 2 if the model has none.
     */
    @FromModel(optional = true)
    int scale() default 2;
}
