package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts the gain of weight normalization as the norms of the direction, so that the weight is the direction at first.
 *
 * <pre>
 * w = g · v / ‖v‖,   g = ‖v‖ at the start: the norm of v over all axes but one
 * </pre>
 *
 * <p>It is {@code original0} of PyTorch's {@code torch.nn.utils.parametrizations.weight_norm}, {@code weight_g} of the older
 * {@code torch.nn.utils.weight_norm}, and {@code v} is {@code original1} and {@code weight_v}. It draws nothing: it is computed in double of the
 * elements that v has when it is written, which is after v, and rounded once. A rule for v is so a rule for the gain too. The shape has 1 for each
 * axis that is not kept, or only the size of the one that is. Example:
 * <pre>{@code
 * @Shape({64, 32, 3, 3}) @KaimingUniform(a = 2.2360679774997896) float[] weightV;
 * @Shape({64, 1, 1, 1}) @WeightNormGain(of = "weightV") float[] weightG;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @WeightNormGain(of = "weight") float[] typo;                    // UnknownParameter: there is no weight
 * @Shape(4) @WeightNormGain(of = "itself") float[] itself;                   // DerivedCycle: it would be computed of itself
 * @Shape({4, 3}) @Normal float[] v; @Shape(3) @WeightNormGain(of = "v") float[] g;              // DerivedShape: use axis = 1
 * @Shape({4, 3}) @Normal float[] u; @Shape(3) @WeightNormGain(of = "u", axis = 2) float[] h;    // DerivedAxis: u has two axes
 * @Shape(4) @Table("i0") int[] places; @Shape(4) @WeightNormGain(of = "places") float[] k;      // DerivedType: of integers
 * }</pre>
 *
 * <p>Source: Salimans and Kingma, <i>Weight normalization: a simple reparameterization to accelerate training of deep neural networks</i>, 2016,
 * and {@code torch.nn.utils.parametrizations.weight_norm} of PyTorch.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface WeightNormGain {

    /** The {@link #axis} of one norm of the whole: PyTorch's {@code dim=None}. */
    int WHOLE = -1;

    /** The parameter that has the norms: its name as one beside this parameter has it, {@code "weightV"}, or {@code "conv.weight"} of a sub-model. */
    String of();

    /** The axis that is kept, PyTorch's {@code dim}; {@link #WHOLE} if none is. */
    int axis() default 0;
}
