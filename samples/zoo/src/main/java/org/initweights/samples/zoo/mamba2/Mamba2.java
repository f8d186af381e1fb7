package org.initweights.samples.zoo.mamba2;

import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Transform;
import org.initweights.annotation.Uniform;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Conv1d;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;
import org.jspecify.annotations.Nullable;

/**
 * The mixer. What {@code in_proj} gives is, side by side, a gate, the input of the recurrence, B and C of each group, and a time step for
 * each head.
 */
@InitRule(param = "conv1d.weight", use = ConvInit.class)
public class Mamba2 implements Module {

    final Ssm ssm;
    final int heads;
    final int skips;

    @Shape(dims = "heads, ssm.headdim, ssm.d_state", onlyIf = "ssm.learnable_init_states")
    @InitialStates
    float[] init_states;

    /** The inverse of softplus, of a time step that is log-uniform and not less than the floor. */
    @Shape(dims = "heads")
    @Uniform
    @Formula(a = "log(ssm.dt_min)", b = "log(ssm.dt_max)")
    @Transform("max(exp(x), ssm.dt_init_floor) + log(-expm1(-max(exp(x), ssm.dt_init_floor)))")
    float[] dt_bias;

    @Shape(dims = "heads")
    @Uniform
    @Formula(a = "ssm.A_min", b = "ssm.A_max")
    @Transform("log(x)")
    float[] A_log;

    @Shape(dims = "skips")
    @Ones
    float[] D;

    final Linear in_proj;
    final Conv1d conv1d;

    @Nullable
    final RmsNorm norm;

    final Linear out_proj;

    public Mamba2(int width, Ssm ssm) {
        this.ssm = ssm;
        int inner = ssm.expand() * width;
        int recurrent = ssm.d_ssm().orElse(inner);
        int states = 2 * ssm.ngroups() * ssm.d_state();
        heads = recurrent / ssm.headdim();
        skips = ssm.D_has_hdim() ? recurrent : heads;
        in_proj = new Linear(width, 2 * inner + states + heads, ssm.bias());
        conv1d = Conv1d.depthwise(recurrent + states, ssm.d_conv(), ssm.conv_bias());
        norm = ssm.rmsnorm() ? new RmsNorm(recurrent) : null;
        out_proj = new Linear(inner, width, ssm.bias());
    }

    /** Zeros; the inputs make states unlike each other. */
    @Zeros
    @interface InitialStates {}
}
