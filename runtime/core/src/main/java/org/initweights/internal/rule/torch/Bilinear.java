package org.initweights.internal.rule.torch;

import org.initweights.TensorShape;
import org.initweights.TorchVersion;

/** {@code nn.Bilinear}: weight {@code [out, in1, in2]} and bias U(±1/√in1). */
record Bilinear() implements LayerRule {

    @Override
    public String name() {
        return "Bilinear";
    }

    @Override
    public Derived weight(TensorShape shape, TorchVersion version) {
        LayerRule.checkRank("BILINEAR", shape, 3, 3, "[out, in1, in2]");
        return Derived.inverseRoot("in1", shape.size(1));
    }

    @Override
    public Derived bias(TensorShape shape, TensorShape weight, TorchVersion version) {
        return weight(weight, version);
    }

    @Override
    public String formula(TorchVersion version) {
        return "U(±1 / √in1)";
    }
}
