package org.initweights.pytorch.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.Reference;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.EmbeddingBagImpl;
import org.bytedeco.pytorch.EmbeddingBagOptions;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.FanModeType;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.MultiheadAttentionImpl;
import org.bytedeco.pytorch.Nonlinearity;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TransformerEncoderImpl;
import org.bytedeco.pytorch.TransformerEncoderLayerOptions;
import org.bytedeco.pytorch.TransformerEncoderOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.kFanOut;
import org.bytedeco.pytorch.kReLU;
import org.initweights.Parameters;
import org.initweights.pytorch.TorchModules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page says of libtorch, asked of libtorch. */
class ClaimsTest {

    /** Five deviations of the standard deviation of the smallest of these tensors; a false alarm in more than a million runs. */
    private static final double TOLERANCE = 0.16;

    static Stream<Arguments> measured() {
        Tensor matrix = torch.empty(256, 128);
        return Stream.of(
                Arguments.of("Linear weight", parameter(new LinearImpl(128, 64), "weight"), 0.0510),
                Arguments.of("Linear bias", parameter(new LinearImpl(128, 6400), "bias"), 0.0510),
                Arguments.of("Conv2d", parameter(new Conv2dImpl(64, 64, new LongPointer(3, 3)), "weight"), 0.0241),
                Arguments.of(
                        "ConvTranspose2d",
                        parameter(new ConvTranspose2dImpl(128, 32, new LongPointer(3, 3)), "weight"),
                        0.0340),
                Arguments.of("Embedding", parameter(new EmbeddingImpl(1000, 64), "weight"), 1.0),
                Arguments.of("LSTM", parameter(new LSTMImpl(128, 256), "weight_ih_l0"), 0.0361),
                Arguments.of("in_proj", parameter(new MultiheadAttentionImpl(256, 8), "in_proj_weight"), 0.0442),
                Arguments.of("out_proj", parameter(new MultiheadAttentionImpl(256, 8), "out_proj.weight"), 0.0361),
                Arguments.of("xavier_uniform_", torch.xavier_uniform_(matrix.clone()), 0.0722),
                Arguments.of("xavier_normal_", torch.xavier_normal_(matrix.clone()), 0.0722),
                Arguments.of("kaiming_uniform_", torch.kaiming_uniform_(matrix.clone()), 0.125),
                Arguments.of("kaiming_normal_", torch.kaiming_normal_(matrix.clone()), 0.125),
                Arguments.of("orthogonal_", torch.orthogonal_(matrix.clone()), 0.0625),
                Arguments.of("sparse_", torch.sparse_(matrix.clone(), 0.1), 0.00949),
                Arguments.of("depthwise", depthwise(), 0.0589));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("measured")
    void isWhatIsMeasured(String name, Tensor tensor, double std) {
        Tensor doubles = tensor.detach().to(ScalarType.Double);
        double rootMeanSquare = Math.sqrt(doubles.mul(doubles).mean().item_double());
        assertThat(rootMeanSquare / std).isCloseTo(1, within(TOLERANCE));
    }

    @Test
    void anEncoderCopiesItsFirstLayer() {
        Module encoder =
                new TransformerEncoderImpl(new TransformerEncoderOptions(new TransformerEncoderLayerOptions(8, 2), 2));
        assertThat(parameter(encoder, "layers.0.linear1.weight").equal(parameter(encoder, "layers.1.linear1.weight")))
                .isTrue();
        TorchModules.parameters(encoder).initialize(1);
        assertThat(parameter(encoder, "layers.0.linear1.weight").equal(parameter(encoder, "layers.1.linear1.weight")))
                .isFalse();
    }

    @Test
    void aBagDrawsItsPaddingRow() {
        EmbeddingBagOptions options = new EmbeddingBagOptions(5, 64);
        options.padding_idx().put(new LongOptional(2));
        Tensor row = parameter(new EmbeddingBagImpl(options), "weight").select(0, 2);
        assertThat(row.abs().max().item_double()).isCloseTo(2.5, Offset.offset(2.0));
    }

    @Test
    void aFieldThatIsAssignedSharesNothing() {
        EmbeddingImpl embedding = new EmbeddingImpl(6, 4);
        LinearImpl head = new LinearImpl(4, 6);
        head.weight(embedding.weight());
        assertThat(parameter(head, "weight").is_same(embedding.weight())).isFalse();
        Module net = new Module();
        net.register_module("embedding", embedding);
        net.register_module("head", head);
        Parameters parameters = TorchModules.parameters(net);
        assertThat(parameters.get("embedding.weight").names()).containsExactly("embedding.weight");
    }

    @Test
    @SuppressWarnings("ReferenceEquality") // The claim is about references.
    void aTypeIsNotItsConstant() {
        ScalarType type = torch.empty(1).scalar_type();
        assertThat(type == ScalarType.Float).isFalse();
        assertThat(type.intern()).isSameAs(ScalarType.Float);
    }

    private static Tensor depthwise() {
        Conv2dOptions options = new Conv2dOptions(64, 64, new LongPointer(3, 3));
        options.groups().put(64);
        Tensor weight = parameter(new Conv2dImpl(options), "weight");
        return torch.kaiming_normal_(weight, 0, new FanModeType(new kFanOut()), new Nonlinearity(new kReLU()));
    }

    /** A handle of its own: what a module or a dictionary returns points into it, and is gone with it. */
    private static Tensor parameter(Module module, String name) {
        StringTensorDict parameters = module.named_parameters(true);
        try {
            return new Tensor(parameters.get(name));
        } finally {
            Reference.reachabilityFence(parameters);
        }
    }
}
