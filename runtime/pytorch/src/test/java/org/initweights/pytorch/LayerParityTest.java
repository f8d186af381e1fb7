package org.initweights.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.*;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.global.torch;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each layer of {@code torch::nn} that has parameters starts as its own constructor starts it. */
class LayerParityTest {

    private static final int SEEDS = 100;

    private record Layer(String name, Supplier<? extends Module> constructor) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Layer> layers() {
        return Stream.of(
                new Layer("Linear", () -> new LinearImpl(7, 5)),
                new Layer(
                        "Linear without bias",
                        () -> new LinearImpl(
                                with(new LinearOptions(7, 5), o -> o.bias().put(false)))),
                new Layer("Bilinear", () -> new BilinearImpl(3, 4, 5)),
                new Layer("Conv1d", () -> new Conv1dImpl(3, 4, new LongPointer(new long[] {3}))),
                new Layer("Conv2d", () -> new Conv2dImpl(3, 4, new LongPointer(3, 5))),
                new Layer(
                        "Conv2d in groups",
                        () -> new Conv2dImpl(with(
                                new Conv2dOptions(6, 4, new LongPointer(3, 3)),
                                o -> o.groups().put(2)))),
                new Layer("Conv3d", () -> new Conv3dImpl(3, 4, new LongPointer(3, 2, 1))),
                new Layer("ConvTranspose1d", () -> new ConvTranspose1dImpl(3, 4, new LongPointer(new long[] {3}))),
                new Layer(
                        "ConvTranspose2d in groups",
                        () -> new ConvTranspose2dImpl(with(
                                new ConvTranspose2dOptions(6, 4, new LongPointer(3, 3)),
                                o -> o.groups().put(2)))),
                new Layer("ConvTranspose3d", () -> new ConvTranspose3dImpl(3, 4, new LongPointer(3, 2, 1))),
                new Layer("BatchNorm1d", () -> new BatchNorm1dImpl(new BatchNormOptions(5))),
                new Layer("BatchNorm2d", () -> new BatchNorm2dImpl(new BatchNormOptions(5))),
                new Layer("BatchNorm3d", () -> new BatchNorm3dImpl(new BatchNormOptions(5))),
                new Layer("InstanceNorm1d", () -> new InstanceNorm1dImpl(instance())),
                new Layer("InstanceNorm2d", () -> new InstanceNorm2dImpl(instance())),
                new Layer("InstanceNorm3d", () -> new InstanceNorm3dImpl(instance())),
                new Layer("LayerNorm", () -> new LayerNormImpl(new LongVector(3, 4))),
                new Layer("GroupNorm", () -> new GroupNormImpl(new GroupNormOptions(2, 6))),
                new Layer("Embedding", () -> new EmbeddingImpl(11, 3)),
                new Layer(
                        "Embedding with padding",
                        () -> new EmbeddingImpl(with(
                                new EmbeddingOptions(11, 3),
                                o -> o.padding_idx().put(new LongOptional(2))))),
                new Layer(
                        "Embedding with padding from the end",
                        () -> new EmbeddingImpl(with(
                                new EmbeddingOptions(11, 30),
                                o -> o.padding_idx().put(new LongOptional(-1))))),
                new Layer(
                        "EmbeddingBag",
                        () -> new EmbeddingBagImpl(with(
                                new EmbeddingBagOptions(11, 3),
                                o -> o.padding_idx().put(new LongOptional(2))))),
                new Layer(
                        "RNN",
                        () -> new RNNImpl(
                                with(new RNNOptions(5, 4), o -> o.num_layers().put(2)))),
                new Layer("LSTM", () -> new LSTMImpl(5, 4)),
                new Layer(
                        "LSTM, deep, both ways, projected",
                        () -> new LSTMImpl(with(new LSTMOptions(5, 4), o -> {
                            o.num_layers().put(2);
                            o.bidirectional().put(true);
                            o.proj_size().put(3);
                        }))),
                new Layer(
                        "GRU without bias",
                        () -> new GRUImpl(
                                with(new GRUOptions(5, 4), o -> o.bias().put(false)))),
                new Layer("GRU", () -> new GRUImpl(5, 4)),
                new Layer("RNNCell", () -> new RNNCellImpl(5, 4)),
                new Layer("LSTMCell", () -> new LSTMCellImpl(5, 4)),
                new Layer("GRUCell", () -> new GRUCellImpl(5, 4)),
                new Layer("MultiheadAttention", () -> new MultiheadAttentionImpl(8, 2)),
                new Layer(
                        "MultiheadAttention without bias",
                        () -> new MultiheadAttentionImpl(with(
                                new MultiheadAttentionOptions(8, 2),
                                o -> o.bias().put(false)))),
                new Layer(
                        "MultiheadAttention of several sizes",
                        () -> new MultiheadAttentionImpl(with(new MultiheadAttentionOptions(8, 2), o -> {
                            o.kdim().put(6);
                            o.vdim().put(5);
                            o.add_bias_kv().put(true);
                        }))),
                new Layer("TransformerEncoderLayer", () -> new TransformerEncoderLayerImpl(8, 2)),
                new Layer("TransformerDecoderLayer", () -> new TransformerDecoderLayerImpl(8, 2)),
                new Layer(
                        "PReLU",
                        () -> new PReLUImpl(with(new PReLUOptions(), o -> {
                            o.num_parameters().put(4);
                            o.init().put(0.125);
                        }))));
    }

    private static InstanceNormOptions instance() {
        return with(new InstanceNormOptions(4), o -> {
            o.affine().put(true);
            o.track_running_stats().put(true);
        });
    }

    private static <O> O with(O options, Consumer<O> change) {
        change.accept(options);
        return options;
    }

    @ParameterizedTest
    @MethodSource("layers")
    @SuppressWarnings("try") // The scope frees what the block makes.
    void startsAsItsConstructorStartsIt(Layer layer) {
        for (int seed = 0; seed < SEEDS; seed++) {
            try (PointerScope scope = new PointerScope()) {
                torch.manual_seed(seed);
                Map<String, ByteBuffer> theirs = bits(layer.constructor().get());
                Module ours = layer.constructor().get();
                TorchModules.parameters(ours).initialize(LibTorch.source(seed));
                assertThat(bits(ours)).as("seed %d", seed).isEqualTo(theirs);
            }
        }
    }

    /** libtorch draws the two matrices of a cluster from the last to the first, as GCC evaluates arguments; Python does not. */
    @Test
    void drawsTheClustersOfAnAdaptiveSoftmaxBackwards() {
        Supplier<Module> constructor = () -> new AdaptiveLogSoftmaxWithLossImpl(64, 20, new LongVector(4, 10));
        torch.manual_seed(7);
        Map<String, ByteBuffer> theirs = bits(constructor.get());
        Module ours = constructor.get();
        RandomSource source = LibTorch.source(7);
        Parameters parameters = TorchModules.parameters(ours);
        Stream.of("head", "tail.0.1", "tail.0.0", "tail.1.1", "tail.1.0")
                .forEach(layer -> parameters.get(layer + ".weight").initialize(source));
        assertThat(bits(ours)).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void hasTheNamesOfPyTorch(Layer layer) {
        Module module = layer.constructor().get();
        List<String> names = Stream.concat(
                        TorchModules.parameters(module).stream().map(parameter -> parameter.name()),
                        TorchModules.leftOut(module).stream())
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(LibTorch.tensors(module).keySet());
    }

    private static Map<String, ByteBuffer> bits(Module module) {
        Map<String, ByteBuffer> bits = new LinkedHashMap<>();
        LibTorch.tensors(module).forEach((name, tensor) -> bits.put(name, LibTorch.bits(tensor)));
        return bits;
    }
}
