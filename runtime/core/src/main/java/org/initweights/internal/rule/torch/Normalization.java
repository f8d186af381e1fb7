package org.initweights.internal.rule.torch;

import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.internal.fill.UniformFill;

/** {@code nn.BatchNorm}, {@code nn.LayerNorm}, {@code nn.GroupNorm}: weight 1, bias 0. */
record Normalization(String name, boolean uniformInV04) implements LayerRule {

    /** PyTorch 0.4 starts the weights of batch normalisation uniform on [0, 1). */
    static final Normalization BATCH = new Normalization("BatchNorm", true);

    static final Normalization LAYER = new Normalization("LayerNorm", false);
    static final Normalization GROUP = new Normalization("GroupNorm", false);

    @Override
    public Derived weight(TensorShape shape, TorchVersion version) {
        return isUniform(version) ? new Derived(new UniformFill(0, 1), "") : Derived.constant(1);
    }

    @Override
    public Derived bias(TensorShape shape, TensorShape weight, TorchVersion version) {
        return Derived.constant(0);
    }

    private boolean isUniform(TorchVersion version) {
        return uniformInV04 && version == TorchVersion.V0_4;
    }

    @Override
    public String formula(TorchVersion version) {
        return "weight " + (isUniform(version) ? "U[0, 1)" : "1") + ", bias 0";
    }
}
