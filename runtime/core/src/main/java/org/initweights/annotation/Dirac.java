package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the weight of a convolution to the identity: each output channel starts as a copy of the input channel with its number.
 *
 * <pre>
 * w[o][i][centre] = 1 if o = i, in each group, else 0;   centre = ⌊size / 2⌋ on each axis of the kernel
 * </pre>
 *
 * <p>Each group passes its first min(out, in) channels through, where out and in are counted in one group. Example, convolutions
 * that pass their 16 channels on unchanged:
 * <pre>{@code
 * @Shape({16, 16, 3, 3}) @Dirac float[] conv;
 * @Shape(value = {16, 4, 3, 3}, groups = 4) @Dirac float[] grouped;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({16, 4}) @Dirac float[] matrix;                                          // DiracRank: needs three, four or five dimensions
 * @Shape({16, 4, 3, 3}) @Dirac(groups = 3) float[] uneven;                        // DiracGroups: 3 does not divide 16
 * @Shape(value = {8, 4, 3}, groups = 2) @Dirac(groups = 4) float[] two;           // DiracGroups: contradicts the groups of the shape
 * @Shape(value = {4, 2, 2, 3}, inAxes = 0, outAxes = {1, 2}) @Dirac float[] axes; // AxesLayout: needs a layout
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({4, 4, 2, 2}) @Dirac float[] even;               // EvenKernel: an even kernel has no centre, so the picture is shifted
 * }</pre>
 *
 * <p>Source: {@code torch.nn.init.dirac_}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Dirac {

    /**
     * The number of groups, 1 or more, which must divide the out channels. By default the groups of the shape,
     * {@link Shape#groups()}; so it need be given only where the shape names no groups.
     */
    int groups() default 1;
}
