package org.initweights.internal.rule.torch;

import org.initweights.InitializationException;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;

/** {@code nn.RNN}, {@code nn.LSTM}, {@code nn.GRU} and their cells: every tensor U(±1/√hidden), the gates packed in rows. */
record Recurrent(Layer layer, int gates) implements LayerRule {

    @Override
    public String name() {
        return layer.name();
    }

    @Override
    public Derived weight(TensorShape shape, TorchVersion version) {
        if (shape.rank() < 1 || shape.rank() > 2 || shape.size(0) % gates != 0) {
            throw new InitializationException(
                    shape.rank() < 1 || shape.rank() > 2 ? "LayerRank" : "LayerGates",
                    "torchDefault(" + layer + ")",
                    null,
                    "needs " + (gates == 1 ? "hidden" : gates + " · hidden") + " rows, but has shape " + shape);
        }
        return Derived.inverseRoot("hidden", shape.size(0) / gates);
    }

    /** Another tensor of the layer, such as LSTM's projection, takes the hidden size of the tensor it names. */
    @Override
    public Derived bias(TensorShape shape, TensorShape weight, TorchVersion version) {
        return weight(weight, version);
    }

    @Override
    public String formula(TorchVersion version) {
        return "U(±1 / √hidden)";
    }
}
