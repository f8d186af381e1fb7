package org.initweights.samples.zoo.dit;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.initweights.samples.zoo.reference.StateDict;
import org.junit.jupiter.api.Test;

/** Against {@code DiT.__init__} and {@code DiT.initialize_weights} in {@code models.py} of facebookresearch/DiT. */
class DitTest {

    private static final Config SMALL = new Config(8, 2, 4, 64, 3, 4, 0.1, 1000, true);

    /** Without labels that are dropped and without the variance, and with a grid of three patches. */
    private static final Config OTHER = new Config(12, 4, 3, 48, 2, 2.5, 0, 10, false);

    private static final ReferenceTable REFERENCE = new ReferenceTable()
            .row("pos_embed", DitTest::position, "get_2d_sincos_pos_embed(hidden_size, int(num_patches ** 0.5))")
            .row(
                    "blocks.#.(attn.(qkv|proj)|mlp.fc[12]).weight",
                    dims -> Law.uniform(Math.sqrt(6.0 / (dims[0] + dims[1]))),
                    "_basic_init: xavier_uniform_(module.weight)")
            .row(
                    "(t_embedder.mlp.#|blocks.#.(attn.(qkv|proj)|mlp.fc[12])).bias",
                    Law.zeros(),
                    "_basic_init: constant_(bias, 0)")
            .row(
                    "x_embedder.proj.weight",
                    dims -> Law.uniform(Math.sqrt(6.0 / (dims[0] + dims[1] * dims[2] * dims[3]))),
                    "xavier_uniform_ of x_embedder.proj.weight.view([out, -1])")
            .row("x_embedder.proj.bias", Law.zeros(), "constant_(x_embedder.proj.bias, 0)")
            .row("y_embedder.embedding_table.weight", Law.normal(0.02), "normal_(embedding_table.weight, std=0.02)")
            .row("t_embedder.mlp.[02].weight", Law.normal(0.02), "normal_(t_embedder.mlp[0], mlp[2], std=0.02)")
            .row(
                    "blocks.#.adaLN_modulation.1.(weight|bias)",
                    Law.zeros(),
                    "constant_(block.adaLN_modulation[-1].weight and bias, 0)")
            .row(
                    "final_layer.(adaLN_modulation.1|linear).(weight|bias)",
                    Law.zeros(),
                    "constant_(final_layer.adaLN_modulation[-1] and linear, weight and bias, 0)");

    /** {@code get_2d_sincos_pos_embed}: half of the channels are of the column, and of these half are sines. */
    private static double position(String name, long[] dims, long[] index) {
        long grid = Math.round(Math.sqrt(dims[1]));
        long half = dims[2] / 2;
        long place = index[2] < half ? index[1] % grid : index[1] / grid;
        long channel = index[2] % half;
        double omega = channel % (half / 2) / (half / 2.0);
        double angle = place * (1 / StrictMath.pow(10_000, omega));
        return channel < half / 2 ? StrictMath.sin(angle) : StrictMath.cos(angle);
    }

    private static StateDict stateDict(Config config, long grid, long labels, long outChannels) {
        long d = config.hidden();
        long p = config.patchSize();
        long inner = (long) (d * config.mlpRatio());
        StateDict dict = new StateDict()
                .tensor("pos_embed", 1, grid * grid, d)
                .tensor("x_embedder.proj.weight", d, config.channels(), p, p)
                .tensor("x_embedder.proj.bias", d)
                .tensor("t_embedder.mlp.0.weight", d, 256)
                .tensor("t_embedder.mlp.0.bias", d)
                .tensor("t_embedder.mlp.2.weight", d, d)
                .tensor("t_embedder.mlp.2.bias", d)
                .tensor("y_embedder.embedding_table.weight", labels, d);
        for (int layer = 0; layer < config.depth(); layer++) {
            String block = "blocks." + layer + ".";
            linear(dict, block + "attn.qkv", 3 * d, d);
            linear(dict, block + "attn.proj", d, d);
            linear(dict, block + "mlp.fc1", inner, d);
            linear(dict, block + "mlp.fc2", d, inner);
            linear(dict, block + "adaLN_modulation.1", 6 * d, d);
        }
        linear(dict, "final_layer.linear", p * p * outChannels, d);
        linear(dict, "final_layer.adaLN_modulation.1", 2 * d, d);
        return dict;
    }

    private static void linear(StateDict dict, String name, long out, long in) {
        dict.tensor(name + ".weight", out, in).tensor(name + ".bias", out);
    }

    private static Parameters plan(Config config) {
        return DitInit.plan(new Dit(config)).parameters();
    }

    /** 675,129,632 elements are in the published state_dict, with the fixed table of positions. */
    @Test
    void countsAsPublished() {
        Parameters parameters = plan(Config.xl2());

        assertThat(parameters.elements()).isEqualTo(675_129_632).isEqualTo(countByHand(1152, 28, 2));
        assertThat(parameters.trainable().elements()).isEqualTo(674_834_720);
        assertThat(plan(Config.l4()).elements()).isEqualTo(countByHand(1024, 24, 4));
        assertThat(plan(Config.b8()).elements()).isEqualTo(countByHand(768, 12, 8));
        assertThat(plan(Config.s2()).elements()).isEqualTo(countByHand(384, 12, 2));
    }

    /** Of 32 × 32 latents of 4 channels, and 1001 labels. */
    private static long countByHand(long d, long layers, long patch) {
        long patches = (32 / patch) * (32 / patch);
        long block = 18 * d * d + (3 + 1 + 4 + 1 + 6) * d;
        long ends = patches * d + (4 * patch * patch + 1) * d + (256 + 1) * d + d * d + d + 1001 * d;
        return ends + layers * block + 8 * patch * patch * (d + 1) + 2 * d * d + 2 * d;
    }

    @Test
    void hasTheStateDictOfTheReference() {
        stateDict(Config.xl2(), 16, 1001, 8).isThatOf(plan(Config.xl2()));
        stateDict(SMALL, 4, 1001, 8).isThatOf(plan(SMALL));
        stateDict(OTHER, 3, 10, 3).isThatOf(plan(OTHER));
    }

    @Test
    void trainsEverythingButThePositions() {
        assertThat(plan(SMALL).where(parameter -> !parameter.isTrainable()))
                .extracting(Parameter::name)
                .containsExactly("pos_embed");
    }

    @Test
    void startsEveryParameterAsTheReference() {
        REFERENCE.describes(plan(Config.xl2()));
        REFERENCE.describes(plan(OTHER));
    }

    @Test
    void drawsWhatItSays() {
        for (Config config : new Config[] {SMALL, OTHER}) {
            Dit model = new Dit(config);
            DitInit.initWeights(model, 1);

            REFERENCE.describesValuesOf(DitInit.parameters(model));
        }
    }

    @Test
    void leavesNothingOut() {
        for (Config config : new Config[] {SMALL, OTHER}) {
            Dit model = new Dit(config);
            DitInit.initWeights(model, 1);

            assertThat(DitInit.parameters(model))
                    .extracting(Parameter::name)
                    .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
        }
    }
}
