package org.initweights.samples.zoo.mup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Optimizer.ADAM;
import static org.initweights.Optimizer.SGD;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.initweights.samples.zoo.reference.StateDict;
import org.junit.jupiter.api.Test;

/** Against {@code examples/Transformer/model.py}, {@code mup/layer.py} and {@code mup/optim.py} of microsoft/mup. */
class TransformerModelTest {

    private static final int BASE = 16;
    private static final Config NARROW = new Config(50, BASE, BASE, 2, 3, true, 2, 4, 1);
    private static final Config WIDE = new Config(50, 4 * BASE, BASE, 2, 3, true, 2, 4, 1);
    private static final Config WITHOUT_BIASES = new Config(50, 4 * BASE, BASE, 2, 1, false, 1, 1, 1);

    private static ReferenceTable reference(Config config) {
        double hidden = Math.sqrt(config.variance() / config.width());
        ReferenceTable table = new ReferenceTable()
                .row("pos_encoder.pe", TransformerModelTest::position, "sin and cos of position * div_term")
                .row(
                        "transformer_encoder.layers.#.self_attn.(in_proj_|out_proj.)weight",
                        Law.normal(hidden),
                        "MultiheadAttention: normal_(std=(encoder_var / embed_dim) ** 0.5)")
                .row(
                        "transformer_encoder.layers.#.linear[12].weight",
                        Law.normal(hidden),
                        "TransformerEncoderLayer: normal_(std=(encoder_var / d_model) ** 0.5)")
                .row("transformer_encoder.layers.#.norm[12].weight", Law.ones(), "nn.LayerNorm")
                .row("transformer_encoder.layers.#.norm[12].bias", Law.zeros(), "nn.LayerNorm")
                .row("encoder.weight", Law.normal(1), "nn.Embedding")
                .row("decoder.weight", Law.zeros(), "init_weights: decoder.weight.zero_()");
        if (config.bias()) {
            table.row(
                            "transformer_encoder.layers.#.self_attn.(in_proj_bias|bias_[kv]|out_proj.bias)",
                            Law.zeros(),
                            "MultiheadAttention: constant_(0)")
                    .row(
                            "transformer_encoder.layers.#.linear[12].bias",
                            Law.zeros(),
                            "TransformerEncoderLayer: constant_(0)")
                    .row("decoder.bias", Law.zeros(), "init_weights: decoder.bias.zero_()");
        }
        return table;
    }

    private static double position(String name, long[] dims, long[] index) {
        long pair = index[2] / 2 * 2;
        double angle = index[0] * StrictMath.exp(pair * (-StrictMath.log(10_000) / dims[2]));
        return index[2] == pair ? StrictMath.sin(angle) : StrictMath.cos(angle);
    }

    /**
     * By hand: of each trained parameter the sizes in the narrow model that grow, {@code infshape.ninf()} of them, with the inputs last.
     * What grows in no direction is not listed.
     */
    private static final Map<String, Integer> GROWING = Map.ofEntries(
            Map.entry("transformer_encoder.layers.#.self_attn.in_proj_weight", 2),
            Map.entry("transformer_encoder.layers.#.self_attn.in_proj_bias", 1),
            Map.entry("transformer_encoder.layers.#.self_attn.bias_k", 1),
            Map.entry("transformer_encoder.layers.#.self_attn.bias_v", 1),
            Map.entry("transformer_encoder.layers.#.self_attn.out_proj.weight", 2),
            Map.entry("transformer_encoder.layers.#.self_attn.out_proj.bias", 1),
            Map.entry("transformer_encoder.layers.#.linear1.weight", 2),
            Map.entry("transformer_encoder.layers.#.linear1.bias", 1),
            Map.entry("transformer_encoder.layers.#.linear2.weight", 2),
            Map.entry("transformer_encoder.layers.#.linear2.bias", 1),
            Map.entry("transformer_encoder.layers.#.norm1.weight", 1),
            Map.entry("transformer_encoder.layers.#.norm1.bias", 1),
            Map.entry("transformer_encoder.layers.#.norm2.weight", 1),
            Map.entry("transformer_encoder.layers.#.norm2.bias", 1),
            Map.entry("encoder.weight", 1),
            Map.entry("decoder.weight", 1),
            Map.entry("decoder.bias", 0),
            Map.entry("pos_encoder.pe", 0));

    /**
     * {@code MuAdam} divides the rate of what has two such sizes by {@code width_mult}; {@code MuSGD} multiplies that of what has one, and
     * leaves that of what has two, whose sizes grow alike. {@code MuReadout} divides what goes in by {@code width_mult}.
     */
    private static void assertScales(Config config, double widthMult) {
        Parameters parameters = plan(config);

        for (Parameter parameter : parameters) {
            String name = parameter.name();
            int growing = GROWING.get(name.replaceAll("layers\\.\\d+", "layers.#"));
            assertThat(parameter.learningRateScale(ADAM))
                    .as("Adam: %s", name)
                    .isEqualTo(growing == 2 ? 1 / widthMult : 1);
            assertThat(parameter.learningRateScale(SGD)).as("SGD: %s", name).isEqualTo(growing == 1 ? widthMult : 1);
            assertThat(parameter.outputMultiplier())
                    .as("output: %s", name)
                    .isEqualTo(name.equals("decoder.weight") ? 1 / widthMult : 1);
        }
        assertThat(parameters)
                .extracting(parameter -> parameter.name().replaceAll("layers\\.\\d+", "layers.#"))
                .containsAll(config.bias() ? GROWING.keySet() : List.of("decoder.weight"));
    }

    private static Parameters plan(Config config) {
        return TransformerModelInit.plan(new TransformerModel(config)).parameters();
    }

    @Test
    void learnsAsTheReferenceAtTheBaseWidth() {
        assertScales(NARROW, 1);
    }

    @Test
    void learnsAsTheReferenceAtFourTimesTheWidth() {
        assertScales(WIDE, 4);
        assertScales(WITHOUT_BIASES, 4);
        assertScales(Config.wikiText2(1024), 4);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        for (Config config : new Config[] {NARROW, WIDE, WITHOUT_BIASES}) {
            reference(config).describes(plan(config));
        }
    }

    @Test
    void drawsWhatItSays() {
        for (Config config : new Config[] {NARROW, WIDE, WITHOUT_BIASES}) {
            TransformerModel model = new TransformerModel(config);
            TransformerModelInit.initWeights(model, 1);

            reference(config).describesValuesOf(TransformerModelInit.parameters(model));
        }
    }

    /** {@code nn.TransformerEncoder} makes its layers by {@code copy.deepcopy}. */
    @Test
    void beginsWithTwoLayersThatAreAlike() {
        TransformerModel model = new TransformerModel(NARROW);
        TransformerModelInit.initWeights(model, 1);
        Parameters parameters = TransformerModelInit.parameters(model);

        for (Parameter copy : parameters.named("transformer_encoder.layers.1.**")) {
            Parameter original = parameters.get(copy.name().replace("layers.1.", "layers.0."));
            assertThat(elements(copy)).as(copy.name()).containsExactly(elements(original));
        }
    }

    private static double[] elements(Parameter parameter) {
        return IntStream.range(0, (int) parameter.elements())
                .mapToDouble(parameter::get)
                .toArray();
    }

    private static StateDict stateDict(Config config) {
        long d = config.width();
        long inner = config.ratio() * d;
        StateDict dict = new StateDict().tensor("pos_encoder.pe", 5000, 1, d);
        for (int layer = 0; layer < 2; layer++) {
            String prefix = "transformer_encoder.layers." + layer + ".";
            dict.tensor(prefix + "self_attn.in_proj_weight", 3 * d, d)
                    .tensor(prefix + "self_attn.in_proj_bias", 3 * d)
                    .tensor(prefix + "self_attn.bias_k", 1, 1, d)
                    .tensor(prefix + "self_attn.bias_v", 1, 1, d)
                    .tensor(prefix + "self_attn.out_proj.weight", d, d)
                    .tensor(prefix + "self_attn.out_proj.bias", d)
                    .tensor(prefix + "linear1.weight", inner, d)
                    .tensor(prefix + "linear1.bias", inner)
                    .tensor(prefix + "linear2.weight", d, inner)
                    .tensor(prefix + "linear2.bias", d)
                    .tensor(prefix + "norm1.weight", d)
                    .tensor(prefix + "norm1.bias", d)
                    .tensor(prefix + "norm2.weight", d)
                    .tensor(prefix + "norm2.bias", d);
        }
        return dict.tensor("encoder.weight", config.tokens(), d)
                .tensor("decoder.weight", config.tokens(), d)
                .tensor("decoder.bias", config.tokens());
    }

    @Test
    void hasTheStateDictOfTheReference() {
        for (Config config : new Config[] {NARROW, WIDE, Config.wikiText2(256)}) {
            stateDict(config).isThatOf(plan(config));
        }
    }

    /** Of the width d: two layers of 6·d² + 12·d, two matrices and a bias of 33,278 tokens, and 5000 positions that are not trained. */
    @Test
    void countsByHand() {
        for (long d : new long[] {256, 1024}) {
            Parameters parameters = plan(Config.wikiText2((int) d));

            assertThat(parameters.trainable().elements()).isEqualTo(2 * (6 * d * d + 12 * d) + 2 * 33_278 * d + 33_278);
            assertThat(parameters.elements() - parameters.trainable().elements())
                    .isEqualTo(5000 * d);
        }
    }

    /** {@code float(head_dim) ** -1 * math.sqrt(attn_mult)}. */
    @Test
    void dividesScoresByTheSizeOfAHead() {
        assertThat(new MultiheadAttention(NARROW).scale()).isCloseTo(2.0 / 8, within(1e-15));
        assertThat(new MultiheadAttention(WIDE).scale()).isCloseTo(2.0 / 32, within(1e-15));
    }

    @Test
    void leavesNothingOut() {
        for (Config config : new Config[] {NARROW, WITHOUT_BIASES}) {
            TransformerModel model = new TransformerModel(config);
            TransformerModelInit.initWeights(model, 1);

            assertThat(TransformerModelInit.parameters(model))
                    .extracting(Parameter::name)
                    .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
        }
    }
}
