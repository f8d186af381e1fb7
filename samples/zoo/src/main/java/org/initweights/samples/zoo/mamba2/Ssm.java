package org.initweights.samples.zoo.mamba2;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The arguments of {@code Mamba2} and {@code Mamba2Simple}, named as there: {@code ssm_cfg}.
 *
 * @param d_ssm how many of the inner channels have a state; the others go through a gated perceptron; all by default
 * @param conv_init the bound of the convolution's weight; PyTorch's default if it is empty
 * @param A_min the smallest decay, A_max the largest: {@code A_init_range}
 * @param D_has_hdim whether each channel has a skip of its own, and not each head
 * @param learnable_init_states whether the states begin with a parameter: of {@code Mamba2Simple} alone
 */
public record Ssm(
        int d_state,
        int d_conv,
        OptionalDouble conv_init,
        int expand,
        int headdim,
        OptionalInt d_ssm,
        int ngroups,
        double A_min,
        double A_max,
        boolean D_has_hdim,
        boolean rmsnorm,
        double dt_min,
        double dt_max,
        double dt_init_floor,
        boolean bias,
        boolean conv_bias,
        boolean learnable_init_states) {

    /** The defaults of {@code Mamba2}. */
    public static Ssm mamba2() {
        return of(128, 64, false);
    }

    /** The defaults of {@code Mamba2Simple}, with states that are learned. */
    public static Ssm simple() {
        return of(64, 128, true);
    }

    private static Ssm of(int state, int head, boolean learnsStates) {
        return new Ssm(
                state,
                4,
                OptionalDouble.empty(),
                2,
                head,
                OptionalInt.empty(),
                1,
                1,
                16,
                false,
                true,
                0.001,
                0.1,
                1e-4,
                false,
                true,
                learnsStates);
    }

    /** The bound of the convolution's weight, of which each channel has {@code d_conv} inputs. */
    double convBound() {
        return conv_init.orElse(1 / Math.sqrt(d_conv));
    }
}
