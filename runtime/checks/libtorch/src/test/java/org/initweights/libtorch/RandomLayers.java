package org.initweights.libtorch;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BilinearImpl;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.MultiheadAttentionImpl;
import org.bytedeco.pytorch.TransformerEncoderLayerImpl;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.TensorShape;

/** Modules of {@code torch.nn} of random sizes, as their constructors draw them. */
final class RandomLayers {

    private final SplittableRandom random;

    RandomLayers(SplittableRandom random) {
        this.random = random;
    }

    Step next() {
        return switch (random.nextInt(9)) {
            case 0 -> linear(size(200), size(200));
            case 1 -> conv();
            case 2 -> transposed(size(20), size(20), size(5));
            case 3 -> embedding(size(200), size(50));
            case 4 -> lstm(size(30), size(30), random.nextInt(1, 4), random.nextBoolean());
            case 5 -> gru(size(30), size(30), random.nextInt(1, 4), random.nextBoolean());
            case 6 -> bilinear(size(12), size(12), size(12));
            case 7 -> attention(4 * size(16));
            default -> encoder(4 * size(12));
        };
    }

    private int size(int bound) {
        return random.nextInt(1, bound + 1);
    }

    private static Step linear(int in, int out) {
        return step(
                "nn.Linear(" + in + ", " + out + ")",
                withBias("weight", "bias", Layer.LINEAR, TensorShape.of(out, in), out),
                () -> new LinearImpl(in, out));
    }

    private Step conv() {
        int groups = size(3);
        int in = groups * size(8);
        int out = groups * size(8);
        int kernel = size(5);
        TensorShape weight = TensorShape.of(out, in / groups, kernel, kernel).withGroups(groups);
        return step(
                "nn.Conv2d(" + in + ", " + out + ", " + kernel + ", groups=" + groups + ")",
                withBias("weight", "bias", Layer.CONV, weight, out),
                () -> {
                    Conv2dOptions options = new Conv2dOptions(in, out, square(kernel));
                    options.groups().put(groups);
                    return new Conv2dImpl(options);
                });
    }

    private static Step transposed(int in, int out, int kernel) {
        TensorShape weight = TensorShape.of(in, out, kernel, kernel).withLayout(Layout.IN_OUT_SPATIAL);
        return step(
                "nn.ConvTranspose2d(" + in + ", " + out + ", " + kernel + ")",
                withBias("weight", "bias", Layer.CONV_TRANSPOSE, weight, out),
                () -> new ConvTranspose2dImpl(in, out, square(kernel)));
    }

    private static LongPointer square(int kernel) {
        return new LongPointer(kernel, kernel);
    }

    private static Step embedding(int count, int size) {
        return step(
                "nn.Embedding(" + count + ", " + size + ")",
                List.of(declared("weight", TensorShape.of(count, size), Initializers.torchDefault(Layer.EMBEDDING))),
                () -> new EmbeddingImpl(count, size));
    }

    private static Step bilinear(int in1, int in2, int out) {
        return step(
                "nn.Bilinear(" + in1 + ", " + in2 + ", " + out + ")",
                withBias("weight", "bias", Layer.BILINEAR, TensorShape.of(out, in1, in2), out),
                () -> new BilinearImpl(in1, in2, out));
    }

    private static Step lstm(int in, int hidden, int layers, boolean bidirectional) {
        return step(
                "nn.LSTM(" + in + ", " + hidden + ", " + layers + ", bidirectional=" + bidirectional + ")",
                recurrent(Layer.LSTM, 4, in, hidden, layers, bidirectional),
                () -> {
                    LSTMOptions options = new LSTMOptions(in, hidden);
                    options.num_layers().put(layers);
                    options.bidirectional().put(bidirectional);
                    return new LSTMImpl(options);
                });
    }

    private static Step gru(int in, int hidden, int layers, boolean bidirectional) {
        return step(
                "nn.GRU(" + in + ", " + hidden + ", " + layers + ", bidirectional=" + bidirectional + ")",
                recurrent(Layer.GRU, 3, in, hidden, layers, bidirectional),
                () -> {
                    GRUOptions options = new GRUOptions(in, hidden);
                    options.num_layers().put(layers);
                    options.bidirectional().put(bidirectional);
                    return new GRUImpl(options);
                });
    }

    private static List<Step.Declared> recurrent(
            Layer layer, int gates, int in, int hidden, int layers, boolean bidirectional) {
        List<Step.Declared> declared = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            for (String direction : bidirectional ? List.of("", "_reverse") : List.of("")) {
                String suffix = "_l" + i + direction;
                int inputs = i == 0 ? in : hidden * (bidirectional ? 2 : 1);
                TensorShape input = TensorShape.of((long) gates * hidden, inputs);
                TensorShape state = TensorShape.of((long) gates * hidden, hidden);
                TensorShape bias = TensorShape.of((long) gates * hidden);
                declared.add(declared("weight_ih" + suffix, input, Initializers.torchDefault(layer)));
                declared.add(declared("weight_hh" + suffix, state, Initializers.torchDefault(layer)));
                declared.add(declared("bias_ih" + suffix, bias, Initializers.torchDefault(layer, input)));
                declared.add(declared("bias_hh" + suffix, bias, Initializers.torchDefault(layer, state)));
            }
        }
        return declared;
    }

    private static Step attention(int embedding) {
        return step(
                "nn.MultiheadAttention(" + embedding + ", 4)",
                attention("", embedding),
                () -> new MultiheadAttentionImpl(embedding, 4));
    }

    private static List<Step.Declared> attention(String prefix, int embedding) {
        TensorShape packed = TensorShape.of(3L * embedding, embedding);
        List<Step.Declared> declared = new ArrayList<>();
        declared.add(declared(prefix + "in_proj_weight", packed, Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION)));
        declared.add(declared(
                prefix + "in_proj_bias",
                TensorShape.of(3L * embedding),
                Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION)));
        declared.add(declared(
                prefix + "out_proj.weight",
                TensorShape.of(embedding, embedding),
                Initializers.torchDefault(Layer.LINEAR)));
        declared.add(declared(
                prefix + "out_proj.bias",
                TensorShape.of(embedding),
                Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION)));
        return declared;
    }

    private static Step encoder(int embedding) {
        List<Step.Declared> declared = new ArrayList<>(attention("self_attn.", embedding));
        declared.addAll(
                withBias("linear1.weight", "linear1.bias", Layer.LINEAR, TensorShape.of(2048, embedding), 2048));
        declared.addAll(
                withBias("linear2.weight", "linear2.bias", Layer.LINEAR, TensorShape.of(embedding, 2048), embedding));
        for (String norm : List.of("norm1", "norm2")) {
            declared.add(declared(norm + ".weight", TensorShape.of(embedding), Initializers.ones()));
            declared.add(declared(norm + ".bias", TensorShape.of(embedding), Initializers.zeros()));
        }
        return step(
                "nn.TransformerEncoderLayer(" + embedding + ", 4)",
                declared,
                () -> new TransformerEncoderLayerImpl(embedding, 4));
    }

    private static List<Step.Declared> withBias(String weight, String bias, Layer layer, TensorShape shape, long out) {
        return List.of(
                declared(weight, shape, Initializers.torchDefault(layer)),
                declared(bias, TensorShape.of(out), Initializers.torchDefault(layer, shape)));
    }

    private static Step.Declared declared(String name, TensorShape shape, Initializer initializer) {
        return new Step.Declared(name, shape, DType.F32, initializer);
    }

    private static Step step(String call, List<Step.Declared> declared, Supplier<Module> module) {
        return new Step(call, declared, () -> LibTorch.parameters(module.get()), 0);
    }
}
