package org.initweights.samples.zoo.griffin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.samples.zoo.griffin.Config.TemporalBlock;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.initweights.samples.zoo.reference.StateDict;
import org.junit.jupiter.api.Test;

/** Against {@code reset_parameters} of {@code modules.py} and {@code layers.py} in google-deepmind/recurrentgemma. */
class GriffinTest {

    private static final Config SMALL = new Config(120, 48, 96, 4, 48, Config.griffinPattern(5));

    /** A recurrence that is wider than the model. */
    private static final Config OTHER =
            new Config(64, 32, 80, 2, 44, List.of(TemporalBlock.ATTENTION, TemporalBlock.RECURRENT));

    private static final double INNER = 0.9 * 0.9 + 1e-8;
    private static final double OUTER = 0.999 * 0.999 + 1e-8;

    private static ReferenceTable reference(Config config) {
        double finalScale = 2.0 / config.blocks().size();
        double width = config.width();
        double inner = config.recurrentWidth();
        return new ReferenceTable()
                .row(
                        "embedder.input_embedding",
                        Law.normal(Math.sqrt(1 / width)),
                        "Embedder: normal_(std=sqrt(1.0 / embed_dim))")
                .row("*norm.scale", Law.zeros(), "RMSNorm: zeros_(scale)")
                .row(
                        "blocks.#.recurrent_block.linear_[xy].weight",
                        Law.normal(Math.sqrt(1 / width)),
                        "RecurrentBlock.w_init_: normal_(std=sqrt(1.0 / width))")
                .row(
                        "blocks.#.recurrent_block.linear_out.weight",
                        Law.normal(Math.sqrt(finalScale / inner)),
                        "RecurrentBlock.out_w_init_: normal_(std=sqrt(final_w_init_variance_scale / lru_width))")
                .row("blocks.#.recurrent_block.linear_*.bias", Law.zeros(), "RecurrentBlock: zeros_(bias)")
                .row(
                        "blocks.#.recurrent_block.conv_1d.w",
                        Law.normal(Math.sqrt(0.01 / 4)),
                        "Conv1D.w_init_: normal_(std=sqrt(0.01 / temporal_width))")
                .row("blocks.#.recurrent_block.conv_1d.b", Law.zeros(), "Conv1D: zeros_(b)")
                .row(
                        "blocks.#.recurrent_block.rg_lru.a_param",
                        Law.ofUniform(INNER, OUTER, GriffinTest::recurrent),
                        "rnn_param_init(min_rad=0.9, max_rad=0.999)")
                .row(
                        "blocks.#.recurrent_block.rg_lru.(input|a)_gate.w",
                        Law.normal(Math.sqrt(1 / (inner / config.heads()))),
                        "BlockDiagonalLinear.w_init_: normal_(std=sqrt(1.0 / block_width))")
                .row("blocks.#.recurrent_block.rg_lru.(input|a)_gate.b", Law.zeros(), "BlockDiagonalLinear: zeros_(b)")
                .row(
                        "blocks.#.attention_block.proj_[qkv].weight",
                        Law.normal(Math.sqrt(1 / width)),
                        "LocalAttentionBlock.w_init_: normal_(std=sqrt(1.0 / width))")
                .row(
                        "blocks.#.attention_block.proj_final.weight",
                        Law.normal(Math.sqrt(finalScale / width)),
                        "LocalAttentionBlock.out_w_init_: normal_(std=sqrt(final_w_init_variance_scale / width))")
                .row("blocks.#.attention_block.proj_final.bias", Law.zeros(), "LocalAttentionBlock: zeros_(bias)")
                .row(
                        "blocks.#.mlp_block.ffw_up.w",
                        Law.normal(Math.sqrt(1 / width)),
                        "Einsum.w_init_: normal_(std=sqrt(1.0 / w_shape[1]))")
                .row("blocks.#.mlp_block.ffw_up.b", Law.zeros(), "Einsum: zeros_(b)")
                .row(
                        "blocks.#.mlp_block.ffw_down.weight",
                        Law.normal(Math.sqrt(finalScale / config.expanded())),
                        "MLPBlock.out_w_init_: normal_(std=sqrt(final_w_init_variance_scale / expanded_width))")
                .row("blocks.#.mlp_block.ffw_down.bias", Law.zeros(), "MLPBlock: zeros_(bias)");
    }

    /** {@code tensor.log_().mul_(0.5)}, then {@code neg_().exp_().sub_(1.0).log_()}. */
    private static double recurrent(double uniform) {
        return StrictMath.log(StrictMath.exp(-0.5 * StrictMath.log(uniform)) - 1);
    }

    private static StateDict stateDict(Config config) {
        long d = config.width();
        long r = config.recurrentWidth();
        long h = config.heads();
        StateDict dict = new StateDict().tensor("embedder.input_embedding", config.vocabulary(), d);
        for (int layer = 0; layer < config.blocks().size(); layer++) {
            String block = "blocks." + layer + ".";
            dict.tensor(block + "temporal_pre_norm.scale", d);
            if (config.blocks().get(layer) == TemporalBlock.RECURRENT) {
                String recurrent = block + "recurrent_block.";
                dict.tensor(recurrent + "linear_y.weight", r, d)
                        .tensor(recurrent + "linear_y.bias", r)
                        .tensor(recurrent + "linear_x.weight", r, d)
                        .tensor(recurrent + "linear_x.bias", r)
                        .tensor(recurrent + "linear_out.weight", d, r)
                        .tensor(recurrent + "linear_out.bias", d)
                        .tensor(recurrent + "conv_1d.w", 4, r)
                        .tensor(recurrent + "conv_1d.b", r)
                        .tensor(recurrent + "rg_lru.a_param", r)
                        .tensor(recurrent + "rg_lru.input_gate.w", h, r / h, r / h)
                        .tensor(recurrent + "rg_lru.input_gate.b", h, r / h)
                        .tensor(recurrent + "rg_lru.a_gate.w", h, r / h, r / h)
                        .tensor(recurrent + "rg_lru.a_gate.b", h, r / h);
            } else {
                dict.tensor(block + "attention_block.proj_q.weight", d, d)
                        .tensor(block + "attention_block.proj_k.weight", d / h, d)
                        .tensor(block + "attention_block.proj_v.weight", d / h, d)
                        .tensor(block + "attention_block.proj_final.weight", d, d)
                        .tensor(block + "attention_block.proj_final.bias", d);
            }
            dict.tensor(block + "channel_pre_norm.scale", d)
                    .tensor(block + "mlp_block.ffw_up.w", 2, d, config.expanded())
                    .tensor(block + "mlp_block.ffw_up.b", 2, 1, 1, config.expanded())
                    .tensor(block + "mlp_block.ffw_down.weight", d, config.expanded())
                    .tensor(block + "mlp_block.ffw_down.bias", d);
        }
        return dict.tensor("final_norm.scale", d);
    }

    /** Of a recurrence of r channels, with perceptrons three times as wide as the model and 256,000 tokens. */
    private static long countByHand(long d, long r, long heads, long recurrences, long attentions) {
        long perceptron = 9 * d * d + 6 * d + d;
        long gates = 2 * (r * r / heads + r);
        long recurrence = 3 * d * r + 2 * r + d + 5 * r + r + gates;
        long attention = 2 * d * d + 2 * d * d / heads + d;
        return 256_000 * d
                + recurrences * recurrence
                + attentions * attention
                + (recurrences + attentions) * (perceptron + 2 * d)
                + d;
    }

    @Test
    void countsAsPublished() {
        assertThat(elements(Config.recurrentGemma2B()))
                .isEqualTo(countByHand(2560, 2560, 10, 18, 8))
                .isEqualTo(2_682_862_080L);
        assertThat(elements(Config.recurrentGemma9B())).isEqualTo(countByHand(4096, 4096, 16, 26, 12));
        assertThat(elements(Config.griffin7B())).isEqualTo(countByHand(4096, 5632, 32, 22, 10));
        assertThat(elements(Config.hawk7B())).isEqualTo(countByHand(4096, 5632, 32, 32, 0));
    }

    private static long elements(Config config) {
        return GriffinInit.plan(new Griffin(config)).parameters().elements();
    }

    @Test
    void hasTheStateDictOfTheReference() {
        for (Config config : new Config[] {SMALL, OTHER, Config.recurrentGemma2B(), Config.griffin7B()}) {
            stateDict(config).isThatOf(GriffinInit.plan(new Griffin(config)).parameters());
        }
    }

    @Test
    void startsEveryParameterAsTheReference() {
        for (Config config : new Config[] {SMALL, OTHER, Config.recurrentGemma2B(), Config.griffin7B()}) {
            reference(config).describes(GriffinInit.plan(new Griffin(config)).parameters());
        }
    }

    @Test
    void drawsWhatItSays() {
        for (Config config : new Config[] {SMALL, OTHER}) {
            Griffin model = new Griffin(config);
            GriffinInit.initWeights(model, 1);

            reference(config).describesValuesOf(GriffinInit.parameters(model));
        }
    }

    /** exp(-2 · softplus(w)) is |a|², which is uniform: a is spread evenly over the area of a ring. */
    @Test
    void spreadsDecaysOverARing() {
        RgLru recurrence = new RgLru(4096, 16);
        RgLruInit.initWeights(recurrence, 1);
        Parameter parameter = RgLruInit.parameters(recurrence).get("a_param");

        double[] squares = IntStream.range(0, 4096)
                .mapToDouble(parameter::get)
                .map(StrictMath::exp)
                .map(StrictMath::log1p)
                .map(softplus -> StrictMath.exp(-2 * softplus))
                .toArray();

        Law.uniform(INNER, OUTER).assertFollowedBy(squares, "|a|²");
    }

    /** Each element is what the reference makes of the number that is drawn, in double and rounded once. */
    @Test
    void computesWhatTheReferenceDoes() {
        Griffin model = new Griffin(SMALL);
        GriffinInit.initWeights(model, 3);
        Parameters parameters = GriffinInit.parameters(model);
        String name = "blocks.4.recurrent_block.rg_lru.a_param";
        float[] uniform = new float[48];
        Initializers.uniform(INNER, OUTER).fill(name, uniform, TensorShape.of(48), RandomSource.seeded(3));

        for (int channel = 0; channel < 48; channel++) {
            assertThat(parameters.get(name).get(channel)).isEqualTo((float) recurrent(uniform[channel]));
        }
    }

    @Test
    void leavesNothingOut() {
        for (Config config : new Config[] {SMALL, OTHER}) {
            Griffin model = new Griffin(config);
            GriffinInit.initWeights(model, 1);

            assertThat(GriffinInit.parameters(model))
                    .extracting(Parameter::name)
                    .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
        }
    }
}
