package org.initweights.samples.zoo.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Against {@code WhisperPreTrainedModel._init_weights} in {@code modeling_whisper.py} of huggingface/transformers. */
class WhisperTest {

    private static final ReferenceTable REFERENCE = reference(50_257);

    private static ReferenceTable reference(int padding) {
        String linear = "model.(encoder|decoder).layers.#.((self_attn|encoder_attn).(k|v|q|out)_proj|fc[12])";
        return new ReferenceTable()
                .row(linear + ".weight", Law.normal(0.02), "nn.Linear: normal_(std=init_std)")
                .row(linear + ".bias", Law.zeros(), "nn.Linear: bias zero_(); k_proj has bias=False")
                .row("model.encoder.conv[12].weight", Law.normal(0.02), "nn.Conv1d: normal_(std=init_std)")
                .row("model.encoder.conv[12].bias", Law.zeros(), "nn.Conv1d: bias zero_()")
                .row(
                        "model.decoder.embed_tokens.weight",
                        Law.normal(0.02).withZeroRow(padding),
                        "nn.Embedding: normal_(std=init_std), weight[padding_idx].zero_()")
                .row("model.decoder.embed_positions.weight", Law.normal(0.02), "nn.Embedding: normal_(std=init_std)")
                .row("model.encoder.embed_positions.weight", WhisperTest::position, "sinusoids(length, channels)")
                .row("*layer_norm.weight", Law.ones(), "nn.LayerNorm.reset_parameters")
                .row("*layer_norm.bias", Law.zeros(), "nn.LayerNorm.reset_parameters");
    }

    /** {@code log_timescale_increment = log(10000) / (channels // 2 - 1)}; the first half are sines. */
    private static double position(String name, long[] dims, long[] index) {
        long half = dims[1] / 2;
        double increment = StrictMath.log(10_000) / (half - 1);
        double angle = index[0] * StrictMath.exp(-increment * (index[1] % half));
        return index[1] < half ? StrictMath.sin(angle) : StrictMath.cos(angle);
    }

    /** 72,593,920 with the fixed table of positions of the encoder, as Hugging Face counts. */
    @Test
    void countsAsPublished() {
        Parameters parameters = WhisperInit.plan(new Whisper(Config.base())).parameters();

        assertThat(parameters.elements()).isEqualTo(72_593_920);
        assertThat(parameters.trainable().elements()).isEqualTo(71_825_920);
    }

    @Test
    void namesAsTheStateDict() {
        Parameters parameters = WhisperInit.plan(new Whisper(Config.base())).parameters();

        assertThat(parameters)
                .hasSize(5 + 6 * 15 + 2 + 2 + 6 * 24 + 2)
                .extracting(Parameter::name)
                .startsWith(
                        "model.encoder.conv1.weight",
                        "model.encoder.conv1.bias",
                        "model.encoder.conv2.weight",
                        "model.encoder.conv2.bias",
                        "model.encoder.embed_positions.weight",
                        "model.encoder.layers.0.self_attn.k_proj.weight",
                        "model.encoder.layers.0.self_attn.v_proj.weight",
                        "model.encoder.layers.0.self_attn.v_proj.bias")
                .contains("model.decoder.embed_positions.weight", "model.decoder.layers.5.encoder_attn.out_proj.bias")
                .doesNotContain("proj_out.weight")
                .endsWith("model.decoder.layer_norm.weight", "model.decoder.layer_norm.bias");
        assertThat(parameters.get("model.encoder.conv1.weight").shape().dims()).containsExactly(512, 80, 3);
        assertThat(parameters.get("model.decoder.embed_tokens.weight").shape().dims())
                .containsExactly(51_865, 512);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        REFERENCE.describes(WhisperInit.plan(new Whisper(Config.base())).parameters());
    }

    @Test
    void drawsWhatItSays() {
        Whisper model = small();
        WhisperInit.initWeights(model, 1);

        reference(7).describesValuesOf(WhisperInit.parameters(model));
    }

    @Test
    void leavesNothingOut() {
        Whisper model = small();
        WhisperInit.initWeights(model, 1);

        assertThat(WhisperInit.parameters(model))
                .extracting(Parameter::name)
                .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
    }

    @Test
    void predictsWithTheEmbeddingOfTheTokens() {
        Whisper model = small();
        WhisperInit.initWeights(model, 1);

        assertThat(model.proj_out.weight).isSameAs(model.model.decoder.embed_tokens.weight);
        assertThat(WhisperInit.parameters(model)
                        .get("model.decoder.embed_tokens.weight")
                        .names())
                .containsExactly("model.decoder.embed_tokens.weight", "proj_out.weight");
    }

    private static Whisper small() {
        return new Whisper(new Config(100, 16, 50, 20, 64, 2, 7));
    }
}
