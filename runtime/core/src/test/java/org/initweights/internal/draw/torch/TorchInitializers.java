package org.initweights.internal.draw.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Nonlinearity;
import org.initweights.TensorShape;

/** Our initializer for a call of {@code torch.nn.init} or for a parameter of a {@code torch.nn} module. */
final class TorchInitializers {

    private TorchInitializers() {}

    static Initializer ofFunction(JsonNode op) {
        return switch (op.get("op").asText()) {
            case "uniform_" -> Initializers.uniform(number(op, "a"), number(op, "b"));
            case "normal_" -> Initializers.normal(number(op, "mean"), number(op, "std"));
            case "trunc_normal_" ->
                Initializers.truncNormal(number(op, "mean"), number(op, "std"), number(op, "a"), number(op, "b"));
            case "constant_" -> Initializers.constant(number(op, "val"));
            case "ones_" -> Initializers.ones();
            case "zeros_" -> Initializers.zeros();
            case "eye_" -> Initializers.eye();
            case "dirac_" -> Initializers.dirac(op.get("groups").asInt());
            case "xavier_uniform_" -> Initializers.xavierUniform(number(op, "gain"));
            case "xavier_normal_" -> Initializers.xavierNormal(number(op, "gain"));
            case "kaiming_uniform_" -> Initializers.kaimingUniform(number(op, "a"), mode(op), nonlinearity(op));
            case "kaiming_normal_" -> Initializers.kaimingNormal(number(op, "a"), mode(op), nonlinearity(op));
            case "orthogonal_" -> Initializers.orthogonal(number(op, "gain"));
            case "sparse_" -> Initializers.sparse(number(op, "sparsity"), number(op, "std"));
            default -> throw new IllegalArgumentException("an unknown function: " + op);
        };
    }

    /** The initializer of a parameter of a module, beside a weight of that shape. */
    static Initializer ofModule(JsonNode op, String name, TensorShape shape, TensorShape weight) {
        String module = op.get("op").asText();
        if (name.startsWith("running")) {
            return name.equals("running_var") ? Initializers.ones() : Initializers.zeros();
        }
        if (module.equals("nn.PReLU")) {
            return Initializers.constant(0.25);
        }
        if (module.equals("nn.MultiheadAttention") || module.startsWith("nn.Transformer")) {
            return ofTransformer(name, shape, weight);
        }
        boolean bias = name.equals("bias") || name.startsWith("weight_hr");
        Initializer initializer =
                bias ? Initializers.torchDefault(layer(module), weight) : Initializers.torchDefault(layer(module));
        JsonNode padding = op.get("kw").path("padding_idx");
        return padding.isMissingNode()
                ? initializer
                : initializer.withRows(padding.asInt(), padding.asInt() + 1, Initializers.zeros());
    }

    private static Initializer ofTransformer(String name, TensorShape shape, TensorShape weight) {
        if (name.contains("norm")) {
            return name.endsWith("bias")
                    ? Initializers.torchDefault(Layer.LAYER_NORM, weight)
                    : Initializers.torchDefault(Layer.LAYER_NORM);
        }
        boolean linear = name.contains("linear") || name.endsWith("out_proj.weight");
        if (!linear) {
            return Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION);
        }
        return shape.rank() == 1
                ? Initializers.torchDefault(Layer.LINEAR, weight)
                : Initializers.torchDefault(Layer.LINEAR);
    }

    private static Layer layer(String module) {
        return switch (module) {
            case "nn.Linear" -> Layer.LINEAR;
            case "nn.Conv1d", "nn.Conv2d", "nn.Conv3d" -> Layer.CONV;
            case "nn.ConvTranspose1d", "nn.ConvTranspose2d" -> Layer.CONV_TRANSPOSE;
            case "nn.BatchNorm1d", "nn.BatchNorm2d" -> Layer.BATCH_NORM;
            case "nn.LayerNorm" -> Layer.LAYER_NORM;
            case "nn.GroupNorm" -> Layer.GROUP_NORM;
            case "nn.Embedding", "nn.EmbeddingBag" -> Layer.EMBEDDING;
            case "nn.LSTM", "nn.LSTMCell" -> Layer.LSTM;
            case "nn.GRU", "nn.GRUCell" -> Layer.GRU;
            case "nn.RNN", "nn.RNNCell" -> Layer.RNN;
            case "nn.Bilinear" -> Layer.BILINEAR;
            default -> throw new IllegalArgumentException("an unknown module: " + module);
        };
    }

    private static double number(JsonNode op, String name) {
        return op.get(name).asDouble();
    }

    private static FanMode mode(JsonNode op) {
        return FanMode.valueOf(op.get("mode").asText().toUpperCase(Locale.ROOT));
    }

    private static Nonlinearity nonlinearity(JsonNode op) {
        return Nonlinearity.valueOf(op.get("nonlinearity").asText().toUpperCase(Locale.ROOT));
    }
}
