package org.initweights.djl;

import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.zeros;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.convolutional.Deconvolution;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.core.Prelu;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.nn.transformer.IdEmbedding;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.initweights.Initializer;
import org.initweights.Layer;
import org.initweights.TensorShape;

/** Which of PyTorch's layers the classes of DJL are. */
final class TorchLayers {

    private TorchLayers() {}

    /** Says what PyTorch has in place of a parameter, by its DJL name; empty if it has nothing. */
    @FunctionalInterface
    private interface Rule extends Function<String, Optional<TorchParameter>> {}

    /** The direct parameters of an initialised block, in the order in which PyTorch draws them. */
    static List<TorchParameter> parameters(Block block) {
        Rule rule = rule(block);
        List<TorchParameter> parameters = block.getDirectParameters().stream()
                .map(pair -> rule.apply(pair.getKey()).orElseGet(() -> unknown(pair.getKey(), pair.getValue())))
                .toList();
        return recurrent(block).isPresent() ? RecurrentNames.inTorchOrder(parameters) : parameters;
    }

    private static TorchParameter unknown(String name, Parameter parameter) {
        return new TorchParameter(name, name, shape(parameter), Optional.empty());
    }

    private static Rule rule(Block block) {
        ParameterList parameters = block.getDirectParameters();
        if (block instanceof Linear) {
            return dense(Layer.LINEAR, parameters, 1);
        }
        if (block instanceof Convolution convolution) {
            return dense(Layer.CONV, parameters, convolution.getGroups());
        }
        if (block instanceof Deconvolution) {
            // DJL makes the weight as a convolution's, and the engine reads it as [in, out / groups, k…]. The groups
            // are not told.
            return dense(Layer.CONV_TRANSPOSE, parameters, 1);
        }
        if (block instanceof BatchNorm) {
            return normalization(Layer.BATCH_NORM, parameters);
        }
        if (block instanceof LayerNorm) {
            return normalization(Layer.LAYER_NORM, parameters);
        }
        if (block instanceof Embedding || block instanceof IdEmbedding) {
            return name -> name.equals("embedding")
                    ? known(parameters, name, "weight", torchDefault(Layer.EMBEDDING))
                    : Optional.empty();
        }
        if (block instanceof Prelu) {
            return name -> name.equals("alpha")
                    ? Optional.of(new TorchParameter(name, "weight", TensorShape.of(1), Optional.of(constant(0.25))))
                    : Optional.empty();
        }
        return recurrent(block)
                .<Rule>map(layer -> name -> RecurrentNames.torch(name)
                        .flatMap(torch -> known(parameters, name, torch, torchDefault(layer))))
                .orElse(name -> Optional.empty());
    }

    private static Optional<Layer> recurrent(Block block) {
        if (block instanceof LSTM) {
            return Optional.of(Layer.LSTM);
        }
        if (block instanceof GRU) {
            return Optional.of(Layer.GRU);
        }
        return block instanceof RNN ? Optional.of(Layer.RNN) : Optional.empty();
    }

    private static Rule dense(Layer layer, ParameterList parameters, int groups) {
        TensorShape weight = shape(parameters.get("weight")).withGroups(groups);
        return name -> switch (name) {
            case "weight" -> Optional.of(new TorchParameter(name, name, weight, Optional.of(torchDefault(layer))));
            case "bias" -> known(parameters, name, name, torchDefault(layer, weight));
            default -> Optional.empty();
        };
    }

    private static Rule normalization(Layer layer, ParameterList parameters) {
        return name -> switch (name) {
            case "gamma" -> known(parameters, name, "weight", torchDefault(layer));
            case "beta" -> known(parameters, name, "bias", torchDefault(layer, shape(parameters.get(name))));
            case "runningMean" -> known(parameters, name, "running_mean", zeros());
            case "runningVar" -> known(parameters, name, "running_var", ones());
            default -> Optional.empty();
        };
    }

    private static Optional<TorchParameter> known(
            ParameterList parameters, String djlName, String name, Initializer initializer) {
        return Optional.of(new TorchParameter(djlName, name, shape(parameters.get(djlName)), Optional.of(initializer)));
    }

    private static TensorShape shape(Parameter parameter) {
        return TensorShape.of(parameter.getArray().getShape().getShape());
    }
}
