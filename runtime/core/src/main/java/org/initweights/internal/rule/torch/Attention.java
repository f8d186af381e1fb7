package org.initweights.internal.rule.torch;

import org.initweights.Distribution;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.internal.rule.XavierRule;

/**
 * {@code nn.MultiheadAttention}: in-projections, packed or not, Xavier uniform; {@code bias_k} and {@code bias_v}
 * {@code [1, 1, embed]} Xavier normal; all other biases 0.
 */
record Attention() implements LayerRule {

    @Override
    public String name() {
        return "MultiheadAttention";
    }

    @Override
    public Derived weight(TensorShape shape, TorchVersion version) {
        if (version == TorchVersion.V0_4) {
            throw new InitializationException(
                    "LayerVersion",
                    "torchDefault(MULTIHEAD_ATTENTION)",
                    "version",
                    "cannot follow PyTorch 0.4, which had no such layer");
        }
        return switch (shape.rank()) {
            case 1 -> Derived.constant(0);
            case 2 -> new Derived(new XavierRule(Distribution.UNIFORM, 1).resolve(shape), "Xavier uniform");
            case 3 -> new Derived(new XavierRule(Distribution.NORMAL, 1).resolve(shape), "Xavier normal");
            default ->
                throw new InitializationException(
                        "LayerRank",
                        "torchDefault(MULTIHEAD_ATTENTION)",
                        null,
                        "has parameters of one to three dimensions, but " + shape + " has " + shape.rank());
        };
    }

    @Override
    public Derived bias(TensorShape shape, TensorShape weight, TorchVersion version) {
        return weight(shape, version);
    }

    @Override
    public String formula(TorchVersion version) {
        return "projections Xavier uniform, biases 0, bias_k and bias_v Xavier normal";
    }
}
