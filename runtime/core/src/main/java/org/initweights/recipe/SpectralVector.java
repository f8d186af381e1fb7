package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SingularSide;

/**
 * Starts a buffer of spectral normalization: a vector of the largest singular value of the weight, by the power method.
 *
 * <pre>
 * u = W·v / ‖W·v‖,   v = Wᵀ·u / ‖Wᵀ·u‖,   15 times
 * </pre>
 *
 * <p>They are {@code _u} and {@code _v} of PyTorch's {@code torch.nn.utils.parametrizations.spectral_norm}. W is the weight with the axis of its out
 * channels in front and all others as one: u has an element for each place on that axis, v one for each of the others. Both are computed in double
 * of the elements that the weight has when they are written, which is after it, and belong to each other. PyTorch draws the first v; here it is
 * the same numbers for all weights, so that u and v draw nothing, and what 15 iterations leave of the start is not that of PyTorch. Where the second
 * singular value is half of the first, that is nothing in the precision of a float; where it is 0.95 of it, a fifth. They are not
 * trained; mark them {@code @NonTrainable}. Example:
 * <pre>{@code
 * @Shape({64, 32, 3, 3}) @KaimingNormal float[] weight;
 * @Shape(64) @SpectralVector(of = "weight", side = SingularSide.LEFT) @NonTrainable float[] u;
 * @Shape(288) @SpectralVector(of = "weight", side = SingularSide.RIGHT) @NonTrainable float[] v;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({4, 3}) @Normal float[] w;
 * @Shape(4) @SpectralVector(of = "W", side = SingularSide.LEFT) @NonTrainable float[] typo;               // UnknownParameter: w, not W
 * @Shape(4) @SpectralVector(of = "w", side = SingularSide.RIGHT) @NonTrainable float[] other;             // DerivedShape: use [3]
 * @Shape(3) @SpectralVector(of = "w", side = SingularSide.LEFT, axis = 2) @NonTrainable float[] deep;     // DerivedAxis: w has two
 * }</pre>
 *
 * <p>Source: Miyato, Kataoka, Koyama and Yoshida, <i>Spectral normalization for generative adversarial networks</i>, 2018, and
 * {@code torch.nn.utils.parametrizations.spectral_norm} of PyTorch.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface SpectralVector {

    /** The weight: its name as one beside this parameter has it, {@code "weight"}, or {@code "conv.weight"} of a sub-model. */
    String of();

    /** Which of the two vectors this is. */
    SingularSide side();

    /** The axis of the out channels, PyTorch's {@code dim}: 1 for the weight of a transposed convolution. */
    int axis() default 0;

    /** How often both vectors are computed of each other. */
    int iterations() default 15;
}
