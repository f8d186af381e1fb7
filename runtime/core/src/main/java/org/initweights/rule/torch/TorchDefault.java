package org.initweights.rule.torch;

import org.initweights.Fill;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the constructor of a PyTorch layer gives one of its parameters.
 *
 * @param weight the shape of the layer's weight if this is the rule of its bias, else null
 */
public record TorchDefault(Layer layer, @Nullable TensorShape weight, TorchVersion version) implements Rule {

    @Override
    public Fill resolve(TensorShape shape) {
        return derive(shape).fill();
    }

    private LayerRule.Derived derive(TensorShape shape) {
        LayerRule rule = rule();
        LayerRule.Derived derived = weight == null ? rule.weight(shape, version) : rule.bias(shape, weight, version);
        return shape.elements() == 0 ? LayerRule.Derived.constant(0) : derived;
    }

    private LayerRule rule() {
        return switch (layer) {
            case LINEAR -> Dense.LINEAR;
            case CONV -> Dense.CONV;
            case CONV_TRANSPOSE -> new Transposed();
            case BATCH_NORM -> Normalization.BATCH;
            case LAYER_NORM, GROUP_NORM -> Normalization.OTHER;
            case EMBEDDING -> new Embedding();
            case RNN -> new Recurrent(layer, 1);
            case LSTM -> new Recurrent(layer, 4);
            case GRU -> new Recurrent(layer, 3);
            case BILINEAR -> new Bilinear();
            case MULTIHEAD_ATTENTION -> new Attention();
        };
    }

    private String layerName() {
        return switch (layer) {
            case LINEAR -> "Linear";
            case CONV -> "Conv";
            case CONV_TRANSPOSE -> "ConvTranspose";
            case BATCH_NORM -> "BatchNorm";
            case LAYER_NORM -> "LayerNorm";
            case GROUP_NORM -> "GroupNorm";
            case EMBEDDING -> "Embedding";
            case RNN, LSTM, GRU -> layer.name();
            case BILINEAR -> "Bilinear";
            case MULTIHEAD_ATTENTION -> "MultiheadAttention";
        };
    }

    @Override
    public String title() {
        String torch = version == TorchVersion.V0_4 ? "PyTorch 0.4's " : "PyTorch's ";
        return torch + layerName() + (weight == null ? "" : " bias");
    }

    @Override
    public String explain(TensorShape shape) {
        LayerRule.Derived derived = derive(shape);
        return derived.source().isEmpty()
                ? title() + ", " + derived.fill()
                : title() + ", " + derived.source() + " → " + derived.fill();
    }

    @Override
    public String explain() {
        return title() + ", " + rule().formula(version);
    }
}
