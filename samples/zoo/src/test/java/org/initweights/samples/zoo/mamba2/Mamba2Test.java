package org.initweights.samples.zoo.mamba2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.initweights.Fill;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.samples.zoo.mamba2.Config.AttentionConfig;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.initweights.samples.zoo.reference.StateDict;
import org.junit.jupiter.api.Test;

/** Against {@code Mamba2.__init__} and {@code _init_weights} of {@code mixer_seq_simple.py} in state-spaces/mamba. */
class Mamba2Test {

    private static final AttentionConfig ATTENTION = new AttentionConfig(4, 2, 8, 4, true, true);

    /** 64 heads of 2 channels. */
    private static final Ssm MANY_HEADS = new Ssm(
            16,
            4,
            OptionalDouble.empty(),
            2,
            2,
            OptionalInt.empty(),
            1,
            1,
            16,
            false,
            true,
            0.001,
            0.1,
            1e-4,
            false,
            true,
            false);

    /** Whatever differs from the defaults; the floor is between the bounds of the time step. */
    private static final Ssm OTHER_SSM = new Ssm(
            8,
            3,
            OptionalDouble.of(0.25),
            3,
            4,
            OptionalInt.of(64),
            2,
            0.5,
            4,
            true,
            false,
            0.001,
            0.3,
            0.01,
            true,
            false,
            true);

    private static final Config SMALL = new Config(64, 0, 6, 100, 16, MANY_HEADS, Set.of(), ATTENTION, 0.02);

    /** Attention in two layers and perceptrons in all. */
    private static final Config OTHER = new Config(32, 100, 4, 96, 16, OTHER_SSM, Set.of(1, 3), ATTENTION, 0.05);

    private static ReferenceTable reference(Config config, String backbone, int residuals) {
        Ssm ssm = config.ssm();
        double low = StrictMath.log(ssm.dt_min());
        double high = StrictMath.log(ssm.dt_max());
        double floor = ssm.dt_init_floor();
        Law timeSteps = Law.ofUniform(
                low,
                high,
                log -> {
                    double dt = Math.max(StrictMath.exp(log), floor);
                    return dt + StrictMath.log(-StrictMath.expm1(-dt));
                },
                StrictMath.log(floor));
        double rescale = Math.sqrt(config.layers() * residuals);
        ReferenceTable table = new ReferenceTable()
                .row(backbone + "embedding.weight", Law.normal(config.initializerRange()), "normal_(std=0.02)")
                .row(
                        backbone + "layers.#.mixer.dt_bias",
                        timeSteps,
                        "dt = clamp(exp(rand * (log(dt_max) - log(dt_min)) + log(dt_min)), dt_init_floor); dt + log(-expm1(-dt))")
                .row(
                        backbone + "layers.#.mixer.A_log",
                        Law.ofUniform(ssm.A_min(), ssm.A_max(), StrictMath::log),
                        "log(uniform_(*A_init_range))")
                .row(backbone + "layers.#.mixer.D", Law.ones(), "torch.ones(nheads)")
                .row(
                        backbone + "layers.#.mixer.in_proj.weight",
                        dims -> Law.uniform(1 / Math.sqrt(dims[1])),
                        "nn.Linear.reset_parameters")
                .row(
                        backbone + "layers.#.mixer.out_proj.weight",
                        dims -> Law.uniform(1 / Math.sqrt(dims[1]) / rescale),
                        "kaiming_uniform_(a=sqrt(5)) / sqrt(n_residuals_per_layer * n_layer)")
                .row(backbone + "*norm2?_?f?.weight", Law.ones(), "RMSNorm: ones_(weight)");
        return table;
    }

    private static ReferenceTable small() {
        return reference(SMALL, "backbone.", 1)
                .row(
                        "backbone.layers.#.mixer.conv1d.(weight|bias)",
                        Law.uniform(1 / Math.sqrt(4)),
                        "nn.Conv1d.reset_parameters: a channel of 4 inputs");
    }

    private static ReferenceTable other(String backbone, int residuals) {
        double rescale = Math.sqrt(OTHER.layers() * residuals);
        return reference(OTHER, backbone, residuals)
                .row(
                        backbone + "layers.[02].mixer.conv1d.weight",
                        Law.uniform(0.25),
                        "uniform_(conv1d.weight, -conv_init, conv_init)")
                .row(
                        backbone + "layers.[13].mixer.conv1d.(weight|bias)",
                        Law.uniform(1 / Math.sqrt(4)),
                        "MHA: nn.Conv1d.reset_parameters")
                .row(backbone + "layers.[02].mixer.init_states", Law.zeros(), "torch.zeros(nheads, headdim, d_state)")
                .row(backbone + "layers.#.mixer.(in|out)_proj.bias", Law.zeros(), "nn.Linear: zeros_(bias)")
                .row(
                        backbone + "layers.#.mlp.fc1.weight",
                        dims -> Law.uniform(1 / Math.sqrt(dims[1])),
                        "nn.Linear.reset_parameters")
                .row(
                        backbone + "layers.#.mlp.fc2.weight",
                        dims -> Law.uniform(1 / Math.sqrt(dims[1]) / rescale),
                        "kaiming_uniform_(a=sqrt(5)) / sqrt(n_residuals_per_layer * n_layer)");
    }

    /** The {@code state_dict} of the models that are published, in which the mixers have no bias but the convolution's. */
    private static StateDict stateDict(Config config) {
        Ssm ssm = config.ssm();
        long width = config.width();
        long inner = ssm.expand() * width;
        long heads = inner / ssm.headdim();
        long convolved = inner + 2L * ssm.d_state();
        long vocabulary = (long) Math.ceil(config.vocabulary() / 16.0) * 16;
        StateDict dict = new StateDict().tensor("backbone.embedding.weight", vocabulary, width);
        for (int layer = 0; layer < config.layers(); layer++) {
            String mixer = "backbone.layers." + layer + ".mixer.";
            dict.tensor("backbone.layers." + layer + ".norm.weight", width);
            if (config.attentionLayers().contains(layer)) {
                dict.tensor(mixer + "in_proj.weight", 3 * 30 * 128, width)
                        .tensor(mixer + "conv1d.weight", 3 * 30 * 128, 1, 4)
                        .tensor(mixer + "conv1d.bias", 3 * 30 * 128)
                        .tensor(mixer + "out_proj.weight", width, 30 * 128);
            } else {
                dict.tensor(mixer + "dt_bias", heads)
                        .tensor(mixer + "A_log", heads)
                        .tensor(mixer + "D", heads)
                        .tensor(mixer + "in_proj.weight", 2 * inner + 2L * ssm.d_state() + heads, width)
                        .tensor(mixer + "conv1d.weight", convolved, 1, 4)
                        .tensor(mixer + "conv1d.bias", convolved)
                        .tensor(mixer + "norm.weight", inner)
                        .tensor(mixer + "out_proj.weight", width, inner);
            }
        }
        return dict.tensor("backbone.norm_f.weight", width);
    }

    /** Of a width d and n layers, with 128 states, heads of 64 and 50,288 tokens. */
    private static long countByHand(long d, long n) {
        long heads = 2 * d / 64;
        long convolved = 2 * d + 256;
        long layer = d + 3 * heads + (4 * d + 256 + heads) * d + 5 * convolved + 2 * d + 2 * d * d;
        return 50_288 * d + n * layer + d;
    }

    @Test
    void countsAsPublished() {
        assertThat(elements(Config.of130M())).isEqualTo(countByHand(768, 24)).isEqualTo(128_989_632);
        assertThat(elements(Config.of2700M())).isEqualTo(countByHand(2560, 64)).isEqualTo(2_702_599_680L);
    }

    private static long elements(Config config) {
        return MambaLmHeadModelInit.plan(new MambaLmHeadModel(config))
                .parameters()
                .elements();
    }

    @Test
    void hasTheStateDictOfTheReference() {
        for (Config config : new Config[] {SMALL, Config.of130M(), Config.of2700M(), Config.of2700MWithAttention()}) {
            Parameters parameters =
                    MambaLmHeadModelInit.plan(new MambaLmHeadModel(config)).parameters();

            stateDict(config).isThatOf(parameters);
            assertThat(parameters.get("lm_head.weight").names())
                    .containsExactly("backbone.embedding.weight", "lm_head.weight");
        }
    }

    @Test
    void hasWhatTheOptionsSay() {
        Parameters parameters =
                MambaLmHeadModelInit.plan(new MambaLmHeadModel(OTHER)).parameters();

        new StateDict()
                .tensor("norm.weight", 32)
                .tensor("mixer.init_states", 16, 4, 8)
                .tensor("mixer.dt_bias", 16)
                .tensor("mixer.A_log", 16)
                .tensor("mixer.D", 64)
                .tensor("mixer.in_proj.weight", 2 * 96 + 2 * 2 * 8 + 16, 32)
                .tensor("mixer.in_proj.bias", 2 * 96 + 2 * 2 * 8 + 16)
                .tensor("mixer.conv1d.weight", 64 + 2 * 2 * 8, 1, 3)
                .tensor("mixer.out_proj.weight", 32, 96)
                .tensor("mixer.out_proj.bias", 32)
                .tensor("norm2.weight", 32)
                .tensor("mlp.fc1.weight", 256, 32)
                .tensor("mlp.fc2.weight", 32, 128)
                .isThatOf(BlockInit.plan(new Block(OTHER, 0)).parameters());
        assertThat(parameters)
                .extracting(Parameter::name)
                .contains("backbone.layers.1.mixer.in_proj.bias", "backbone.layers.3.mixer.conv1d.bias")
                .doesNotContain("backbone.layers.1.mixer.dt_bias", "backbone.layers.0.mixer.norm.weight");
    }

    @Test
    void startsEveryParameterAsTheReference() {
        small().describes(MambaLmHeadModelInit.plan(new MambaLmHeadModel(SMALL)).parameters());
        other("backbone.", 1)
                .describes(
                        MambaLmHeadModelInit.plan(new MambaLmHeadModel(OTHER)).parameters());
    }

    /** The language model passes no {@code n_residuals_per_layer}, but the backbone alone does. */
    @Test
    void countsTwoResidualsForTheBackboneAlone() {
        other("", 2).describes(MixerModelInit.plan(new MixerModel(OTHER)).parameters());
    }

    @Test
    void drawsWhatItSays() {
        MambaLmHeadModel small = new MambaLmHeadModel(SMALL);
        MambaLmHeadModelInit.initWeights(small, 1);
        MambaLmHeadModel other = new MambaLmHeadModel(OTHER);
        MambaLmHeadModelInit.initWeights(other, 1);

        small().describesValuesOf(MambaLmHeadModelInit.parameters(small));
        other("backbone.", 1).describesValuesOf(MambaLmHeadModelInit.parameters(other));
    }

    /** The functions undone, so that what is left are uniform numbers, of all layers. */
    @Test
    void drawsDecaysAndTimeStepsUniformly() {
        MambaLmHeadModel model = new MambaLmHeadModel(SMALL);
        MambaLmHeadModelInit.initWeights(model, 2);
        Parameters parameters = MambaLmHeadModelInit.parameters(model);

        double[] decays = elementsOf(parameters, "A_log").map(StrictMath::exp).toArray();
        double[] logSteps = elementsOf(parameters, "dt_bias")
                .map(StrictMath::exp)
                .map(StrictMath::log1p)
                .map(StrictMath::log)
                .toArray();

        assertThat(decays).hasSize(6 * 64);
        Law.uniform(1, 16).assertFollowedBy(decays, "A");
        Law.uniform(StrictMath.log(0.001), StrictMath.log(0.1)).assertFollowedBy(logSteps, "log(dt)");
    }

    /** 0.01 is the floor of steps between 0.001 and 0.3. */
    @Test
    void raisesSmallTimeSteps() {
        MambaLmHeadModel model = new MambaLmHeadModel(OTHER);
        MambaLmHeadModelInit.initWeights(model, 1);

        List<Double> steps = elementsOf(MambaLmHeadModelInit.parameters(model), "dt_bias")
                .map(StrictMath::exp)
                .map(StrictMath::log1p)
                .boxed()
                .toList();

        assertThat(steps)
                .allMatch(step -> step > 0.01 - 1e-8 && step < 0.3)
                .anyMatch(step -> Math.abs(step - 0.01) < 1e-8)
                .anyMatch(step -> step > 0.011);
    }

    /** Each element is what the reference makes of the number that is drawn, in double and rounded once. */
    @Test
    void computesWhatTheReferenceDoes() {
        MambaLmHeadModel model = new MambaLmHeadModel(OTHER);
        MambaLmHeadModelInit.initWeights(model, 3);
        Parameters parameters = MambaLmHeadModelInit.parameters(model);
        String mixer = "backbone.layers.2.mixer.";
        float[] decays = new float[16];
        float[] logSteps = new float[16];
        TensorShape heads = TensorShape.of(16);
        double low = StrictMath.log(0.001);
        double high = StrictMath.log(0.3);
        Initializers.uniform(0.5, 4).fill(mixer + "A_log", decays, heads, RandomSource.seeded(3));
        Initializers.uniform(low, high).fill(mixer + "dt_bias", logSteps, heads, RandomSource.seeded(3));

        for (int head = 0; head < 16; head++) {
            double dt = Math.max(StrictMath.exp(logSteps[head]), 0.01);
            double bias = dt + StrictMath.log(-StrictMath.expm1(-dt));
            assertThat(parameters.get(mixer + "A_log").get(head)).isEqualTo((float) StrictMath.log(decays[head]));
            assertThat(parameters.get(mixer + "dt_bias").get(head)).isEqualTo((float) bias);
        }
    }

    private static DoubleStream elementsOf(Parameters parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().endsWith("." + name))
                .flatMapToDouble(parameter ->
                        IntStream.range(0, (int) parameter.elements()).mapToDouble(parameter::get));
    }

    /** The recipes of the same names, with their defaults, are these laws. */
    @Test
    void startsAsTheRecipes() {
        Parameters parameters = Mamba2Init.plan(new Mamba2(64, MANY_HEADS)).parameters();

        assertSame(parameters.get("A_log").fill(), Initializers.mamba2ALog().resolve(TensorShape.of(64)));
        assertSame(parameters.get("dt_bias").fill(), Initializers.mambaDtBias().resolve(TensorShape.of(64)));
    }

    private static void assertSame(Fill actual, Fill recipe) {
        assertThat(actual.mean()).isCloseTo(recipe.mean(), within(1e-10));
        assertThat(actual.std()).isCloseTo(recipe.std(), within(1e-10));
        assertThat(actual.lower()).isCloseTo(recipe.lower(), within(1e-12));
        assertThat(actual.upper()).isCloseTo(recipe.upper(), within(1e-12));
    }

    @Test
    void leavesNothingOut() {
        for (Config config : new Config[] {SMALL, OTHER}) {
            MambaLmHeadModel model = new MambaLmHeadModel(config);
            MambaLmHeadModelInit.initWeights(model, 1);

            assertThat(MambaLmHeadModelInit.parameters(model))
                    .extracting(Parameter::name)
                    .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
        }
    }

    @Test
    void predictsWithTheEmbedding() {
        MambaLmHeadModel model = new MambaLmHeadModel(SMALL);
        MambaLmHeadModelInit.initWeights(model, 1);

        Parameters parameters = MambaLmHeadModelInit.parameters(model);

        assertThat(parameters.get("lm_head.weight")).isSameAs(parameters.get("backbone.embedding.weight"));
        assertThat(ObjectGraph.tensorsOf(model)).doesNotContain("lm_head.weight");
    }

    /** The block of {@code mamba2_simple.py}: heads of 128 channels, 64 states, and states that begin with a parameter. */
    @Test
    void hasTheSimpleBlockToo() {
        new StateDict()
                .tensor("init_states", 4, 128, 64)
                .tensor("dt_bias", 4)
                .tensor("A_log", 4)
                .tensor("D", 4)
                .tensor("in_proj.weight", 2 * 512 + 2 * 64 + 4, 256)
                .tensor("conv1d.weight", 512 + 2 * 64, 1, 4)
                .tensor("conv1d.bias", 512 + 2 * 64)
                .tensor("norm.weight", 512)
                .tensor("out_proj.weight", 256, 512)
                .isThatOf(Mamba2Init.plan(new Mamba2(256, Ssm.simple())).parameters());
    }
}
