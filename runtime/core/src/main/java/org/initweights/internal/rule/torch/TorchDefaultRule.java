package org.initweights.internal.rule.torch;

import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.internal.fill.Rank;
import org.initweights.internal.rule.RoledRule;
import org.initweights.internal.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the constructor of a PyTorch layer gives one of its parameters.
 *
 * @param weight the shape of the layer's weight if this is the rule of its bias, else null
 */
public record TorchDefaultRule(Layer layer, @Nullable TensorShape weight, TorchVersion version) implements Rule {

    /**
     * Whether a rule is that of an attention, which says more than the fill that it resolves to: PyTorch draws the parameters of an
     * attention in another order than they are declared in.
     */
    public static boolean isOfAttention(Initializer initializer) {
        return RoledRule.startOf(initializer) instanceof TorchDefaultRule torch
                && torch.layer == Layer.MULTIHEAD_ATTENTION;
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return derive(shape).fill();
    }

    private LayerRule.Derived derive(TensorShape shape) {
        LayerRule rule = rule();
        TensorShape one = shape.unstacked();
        Rank.checkLayout("torchDefault(" + layer + ")", one);
        if (weight != null) {
            Rank.checkLayout("torchDefault(" + layer + ")", weight);
        }
        LayerRule.Derived derived =
                weight == null ? rule.weight(one, version) : rule.bias(one, weight.unstacked(), version);
        return shape.elements() == 0 ? LayerRule.Derived.constant(0) : derived;
    }

    private LayerRule rule() {
        return switch (layer) {
            case LINEAR -> Dense.LINEAR;
            case CONV -> Dense.CONV;
            case CONV_TRANSPOSE -> new Transposed();
            case BATCH_NORM -> Normalization.BATCH;
            case LAYER_NORM -> Normalization.LAYER;
            case GROUP_NORM -> Normalization.GROUP;
            case EMBEDDING -> new Embedding();
            case RNN -> new Recurrent(layer, 1);
            case LSTM -> new Recurrent(layer, 4);
            case GRU -> new Recurrent(layer, 3);
            case BILINEAR -> new Bilinear();
            case MULTIHEAD_ATTENTION -> new Attention();
        };
    }

    @Override
    public String title() {
        String torch = version == TorchVersion.V0_4 ? "PyTorch 0.4's " : "PyTorch's ";
        return torch + rule().name() + (weight == null ? "" : " bias");
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
