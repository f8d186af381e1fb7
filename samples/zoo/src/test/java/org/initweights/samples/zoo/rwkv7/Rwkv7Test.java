package org.initweights.samples.zoo.rwkv7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.ToIntFunction;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.initweights.samples.zoo.reference.StateDict;
import org.junit.jupiter.api.Test;

/** Against {@code RWKV_Tmix_x070}, {@code RWKV_CMix_x070} and {@code generate_init_weight} in {@code model.py} of BlinkDL/RWKV-LM. */
class Rwkv7Test {

    private static final Config SMALL = new Config(200, 64, 3, 16);

    /** Fewer tokens than channels, heads of an odd size, and matrices of 32 and 64 columns. */
    private static final Config OTHER = new Config(40, 270, 2, 9);

    /** What both of the reference's steps have in common. */
    private static ReferenceTable common(Config config, String block, ToIntFunction<String> layerOf) {
        double size = config.headSize();
        return new ReferenceTable()
                .row(block + "att.x_[rg]", mix(config, layerOf, 0.2), "1 - pow(ddd, 0.2 * ratio_1_to_almost0)")
                .row(block + "att.x_[wa]", mix(config, layerOf, 0.9), "1 - pow(ddd, 0.9 * ratio_1_to_almost0)")
                .row(block + "att.x_[kv]", mix(config, layerOf, 0.7), "1 - pow(ddd, 0.7 * ratio_1_to_almost0)")
                .row(
                        block + "ffn.x_k",
                        (name, dims, index) -> {
                            double almost0 = 1 - (double) layerOf.applyAsInt(name) / config.layers();
                            return 1 - StrictMath.pow((double) index[2] / dims[2], StrictMath.pow(almost0, 4));
                        },
                        "1 - pow(ddd, ratio_1_to_almost0 ** 4)")
                .row(block + "att.[wavg]1", Law.zeros(), "torch.zeros(C, D)")
                .row(
                        block + "att.[wavg]2",
                        dims -> Law.orthogonal(0.1, dims[0], dims[1]),
                        "ortho_init(zeros(D, C), 0.1), where D is less than C")
                .row(
                        block + "att.w0",
                        (name, dims, index) -> {
                            double ratio = layerOf.applyAsInt(name) / (config.layers() - 1.0);
                            double place = index[2] / (dims[2] - 1.0);
                            double www = -6 + 6 * StrictMath.pow(place, 1 + StrictMath.pow(ratio, 0.3));
                            return www + 0.5 + zigzag(index[2], size) * 2.5;
                        },
                        "www + 0.5 + zigzag * 2.5")
                .row(
                        block + "att.a0",
                        (name, dims, index) -> -0.19 + zigzag(index[2], size) * 0.3 + linear(index[2], dims[2]) * 0.4,
                        "-0.19 + zigzag * 0.3 + linear * 0.4")
                .row(
                        block + "att.v0",
                        (name, dims, index) -> 0.73 - linear(index[2], dims[2]) * 0.4,
                        "0.73 - linear * 0.4")
                .row(
                        block + "att.k_k",
                        (name, dims, index) -> 0.71 - linear(index[2], dims[2]) * 0.1,
                        "0.71 - linear * 0.1")
                .row(block + "att.k_a", Law.constant(1.02), "zeros + 1.02")
                .row(block + "att.r_k", Law.constant(-0.04), "zeros(H, N) - 0.04")
                .row(block + "att.output.weight", Law.zeros(), "output.weight.zero_()")
                .row(block + "ffn.value.weight", Law.zeros(), "value.weight.zero_()")
                .row(block + "att.ln_x.bias", Law.zeros(), "nn.GroupNorm")
                .row(block + "ln[012].weight", Law.ones(), "nn.LayerNorm")
                .row(block + "ln[012].bias", Law.zeros(), "nn.LayerNorm");
    }

    private static ReferenceTable.Values mix(Config config, ToIntFunction<String> layerOf, double exponent) {
        return (name, dims, index) -> {
            double almost0 = 1 - (double) layerOf.applyAsInt(name) / config.layers();
            return 1 - StrictMath.pow((double) index[2] / dims[2], exponent * almost0);
        };
    }

    private static double linear(long channel, long channels) {
        return channel / (channels - 1.0) - 0.5;
    }

    private static double zigzag(long channel, double headSize) {
        double half = (headSize - 1) / 2;
        double place = (channel % headSize - half) / half;
        return place * Math.abs(place);
    }

    private static int layerOf(String name) {
        return Integer.parseInt(name.split("\\.")[1]);
    }

    private static ReferenceTable reference(Config config) {
        double tokens = config.vocabulary();
        double headGain = 0.5 * (tokens > config.width() ? Math.sqrt(tokens / config.width()) : 1);
        ReferenceTable table = common(config, "blocks.#.", Rwkv7Test::layerOf)
                .row("emb.weight", Law.uniform(1e-4), "generate_init_weight: uniform_(a=-1e-4, b=1e-4)")
                .row(
                        "head.weight",
                        dims -> Law.orthogonal(headGain, dims[0], dims[1]),
                        "generate_init_weight: orthogonal_(gain=0.5 * sqrt(vocab_size / n_embd))")
                .row(
                        "blocks.#.(att.receptance|att.value|ffn.key).weight",
                        dims -> Law.orthogonal(1, dims[0], dims[1]),
                        "generate_init_weight: orthogonal_(gain=1)")
                .row(
                        "blocks.#.att.key.weight",
                        dims -> Law.orthogonal(0.1, dims[0], dims[1]),
                        "generate_init_weight: orthogonal_(gain=0.1)")
                .row("ln_out.weight", Law.ones(), "nn.LayerNorm")
                .row("ln_out.bias", Law.zeros(), "nn.LayerNorm");
        for (int layer = 0; layer < config.layers(); layer++) {
            table.row(
                    "blocks." + layer + ".att.ln_x.weight",
                    Law.constant(StrictMath.pow((1.0 + layer) / config.layers(), 0.7)),
                    "generate_init_weight: ((1 + layer) / n_layer) ** 0.7");
        }
        return table;
    }

    /** The {@code state_dict}, with the ranks of the narrow matrices. */
    private static StateDict stateDict(Config config, long decays, long mixes, long gates) {
        long c = config.width();
        StateDict dict = new StateDict().tensor("emb.weight", config.vocabulary(), c);
        for (int layer = 0; layer < config.layers(); layer++) {
            String block = "blocks." + layer + ".";
            dict.tensor(block + "ln1.weight", c).tensor(block + "ln1.bias", c);
            dict.tensor(block + "ln2.weight", c).tensor(block + "ln2.bias", c);
            if (layer == 0) {
                dict.tensor(block + "ln0.weight", c).tensor(block + "ln0.bias", c);
            }
            for (String name : "x_r x_w x_k x_v x_a x_g".split(" ")) {
                dict.tensor(block + "att." + name, 1, 1, c);
            }
            pair(dict, block + "att.w", c, decays);
            pair(dict, block + "att.a", c, decays);
            pair(dict, block + "att.v", c, mixes);
            dict.tensor(block + "att.g1", c, gates).tensor(block + "att.g2", gates, c);
            dict.tensor(block + "att.k_k", 1, 1, c)
                    .tensor(block + "att.k_a", 1, 1, c)
                    .tensor(block + "att.r_k", c / config.headSize(), config.headSize());
            for (String name : "receptance key value output".split(" ")) {
                dict.tensor(block + "att." + name + ".weight", c, c);
            }
            dict.tensor(block + "att.ln_x.weight", c).tensor(block + "att.ln_x.bias", c);
            dict.tensor(block + "ffn.x_k", 1, 1, c)
                    .tensor(block + "ffn.key.weight", 4 * c, c)
                    .tensor(block + "ffn.value.weight", c, 4 * c);
        }
        return dict.tensor("ln_out.weight", c).tensor("ln_out.bias", c).tensor("head.weight", config.vocabulary(), c);
    }

    private static void pair(StateDict dict, String name, long c, long rank) {
        dict.tensor(name + "1", c, rank).tensor(name + "2", rank, c).tensor(name + "0", 1, 1, c);
    }

    /** 65,536 tokens, 768 channels, 12 layers, ranks of 64, 64, 32 and 128. */
    @Test
    void countsAsPublished() {
        long c = 768;
        long layer = 4 * c + 6 * c + 3 * c + 3 * c + 2 * c * (64 + 64 + 32 + 128) + 4 * c * c + 2 * c + c + 8 * c * c;

        assertThat(Rwkv7Init.plan(new Rwkv7(Config.of100M())).parameters().elements())
                .isEqualTo(2 * 65_536 * c + 2 * c + 2 * c + 12 * layer)
                .isEqualTo(191_084_544);
    }

    @Test
    void hasTheStateDictOfTheReference() {
        stateDict(Config.of100M(), 64, 32, 128)
                .isThatOf(Rwkv7Init.plan(new Rwkv7(Config.of100M())).parameters());
        stateDict(SMALL, 32, 32, 32).isThatOf(Rwkv7Init.plan(new Rwkv7(SMALL)).parameters());
        stateDict(OTHER, 32, 32, 96).isThatOf(Rwkv7Init.plan(new Rwkv7(OTHER)).parameters());
    }

    /** 2.5 · √1024 / 32 is 2.5, which Python rounds to 2. */
    @Test
    void roundsRanksToEven() {
        Config config = new Config(65_536, 1024, 24, 64);

        stateDict(config, 64, 64, 160)
                .isThatOf(Rwkv7Init.plan(new Rwkv7(config)).parameters());
    }

    @Test
    void startsEveryParameterAsTheReference() {
        reference(SMALL).describes(Rwkv7Init.plan(new Rwkv7(SMALL)).parameters());
        reference(OTHER).describes(Rwkv7Init.plan(new Rwkv7(OTHER)).parameters());
        reference(Config.of100M())
                .describes(Rwkv7Init.plan(new Rwkv7(Config.of100M())).parameters());
    }

    @Test
    void drawsWhatItSays() {
        for (Config config : new Config[] {SMALL, OTHER}) {
            Rwkv7 model = new Rwkv7(config);
            Rwkv7Init.initWeights(model, 1);

            reference(config).describesValuesOf(Rwkv7Init.parameters(model));
        }
    }

    /** The parts of a layer as their constructors leave them, before {@code generate_init_weight}. */
    @Test
    void startsPartsAsTheirConstructors() {
        double root = Math.sqrt(64);
        ReferenceTable constructors = common(SMALL, "", name -> 1)
                .row(
                        "(att.(receptance|value)|ffn.key).weight",
                        Law.uniform(0.5 / root),
                        "uniform_(-0.5 / C ** 0.5, 0.5 / C ** 0.5)")
                .row("att.key.weight", Law.uniform(0.05 / root), "uniform_(-0.05 / C ** 0.5, 0.05 / C ** 0.5)")
                .row("att.ln_x.weight", Law.ones(), "nn.GroupNorm");
        TimeMix att = new TimeMix(SMALL, 1);
        TimeMixInit.initWeights(att, 1);
        ChannelMix ffn = new ChannelMix(SMALL, 1);
        ChannelMixInit.initWeights(ffn, 1);

        constructors.describesValuesOf("att.", TimeMixInit.parameters(att));
        constructors.describesValuesOf("ffn.", ChannelMixInit.parameters(ffn));
    }

    /** W · Wᵀ, or Wᵀ · W if it has more rows than columns, is gain² on the diagonal and nothing beside it. */
    @Test
    void drawsOrthogonalMatrices() {
        Rwkv7 model = new Rwkv7(SMALL);
        Rwkv7Init.initWeights(model, 1);
        Parameters parameters = Rwkv7Init.parameters(model);

        assertOrthogonal(parameters.get("head.weight"), 0.5 * Math.sqrt(200.0 / 64));
        for (int layer = 0; layer < 3; layer++) {
            String block = "blocks." + layer + ".";
            assertOrthogonal(parameters.get(block + "att.receptance.weight"), 1);
            assertOrthogonal(parameters.get(block + "att.key.weight"), 0.1);
            assertOrthogonal(parameters.get(block + "att.value.weight"), 1);
            assertOrthogonal(parameters.get(block + "ffn.key.weight"), 1);
            for (String name : "w2 a2 v2 g2".split(" ")) {
                assertOrthogonal(parameters.get(block + "att." + name), 0.1);
            }
        }
    }

    private static void assertOrthogonal(Parameter parameter, double gain) {
        int rows = (int) parameter.shape().dims()[0];
        int columns = (int) parameter.shape().dims()[1];
        boolean isWide = rows <= columns;
        int vectors = Math.min(rows, columns);
        double farthest = 0;
        for (int a = 0; a < vectors; a++) {
            for (int b = a; b < vectors; b++) {
                double product = 0;
                for (int i = 0; i < Math.max(rows, columns); i++) {
                    product += isWide
                            ? parameter.get((long) a * columns + i) * parameter.get((long) b * columns + i)
                            : parameter.get((long) i * columns + a) * parameter.get((long) i * columns + b);
                }
                farthest = Math.max(farthest, Math.abs(product - (a == b ? gain * gain : 0)));
            }
        }
        assertThat(farthest).as(parameter.name()).isLessThan(1e-5 * gain * gain);
    }

    /** The reference divides by {@code n_layer - 1}. */
    @Test
    void refusesOneLayer() {
        Rwkv7 model = new Rwkv7(new Config(200, 64, 1, 16));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rwkv7Init.plan(model))
                .withMessageContaining("blocks.0.att");
    }

    @Test
    void leavesNothingOut() {
        Rwkv7 model = new Rwkv7(SMALL);
        Rwkv7Init.initWeights(model, 1);

        assertThat(Rwkv7Init.parameters(model))
                .extracting(Parameter::name)
                .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
    }
}
