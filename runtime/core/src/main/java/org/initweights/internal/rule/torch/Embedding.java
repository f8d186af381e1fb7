package org.initweights.internal.rule.torch;

import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.internal.fill.NormalFill;

/** {@code nn.Embedding} and {@code nn.EmbeddingBag}: N(0, 1). */
record Embedding() implements LayerRule {

    @Override
    public String name() {
        return "Embedding";
    }

    @Override
    public Derived weight(TensorShape shape, TorchVersion version) {
        LayerRule.checkRank("EMBEDDING", shape, 2, 2, "[entries, features]");
        return new Derived(new NormalFill(0, 1), "");
    }

    @Override
    public Derived bias(TensorShape shape, TensorShape weight, TorchVersion version) {
        throw new InitializationException(
                "LayerBias", "torchDefault(EMBEDDING)", "weight", "has no bias; leave weight away");
    }

    @Override
    public String formula(TorchVersion version) {
        return "N(0, 1)";
    }
}
