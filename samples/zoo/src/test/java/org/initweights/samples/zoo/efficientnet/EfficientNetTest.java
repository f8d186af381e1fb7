package org.initweights.samples.zoo.efficientnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Against {@code _init_weight_goog} in {@code _efficientnet_builder.py} of timm. */
class EfficientNetTest {

    /** Of a depthwise kernel, [channels, 1, k, k] in as many groups as channels, one channel is the fan out of a group. */
    private static final ReferenceTable REFERENCE = new ReferenceTable()
            .row(
                    "conv_stem.weight|conv_head.weight|blocks.#.#.(conv_pwl?|se.conv_(reduce|expand)).weight",
                    dims -> Law.normal(Math.sqrt(2.0 / (dims[0] * dims[2] * dims[3]))),
                    "nn.Conv2d: normal_(0, sqrt(2.0 / fan_out)), fan_out = k * k * out_channels")
            .row(
                    "blocks.#.#.conv_dw.weight",
                    dims -> Law.normal(Math.sqrt(2.0 / (dims[2] * dims[3]))),
                    "nn.Conv2d: fan_out //= m.groups")
            .row("blocks.#.#.se.conv_(reduce|expand).bias", Law.zeros(), "nn.Conv2d: zeros_(m.bias)")
            .row("(blocks.#.#.)?bn[123].weight", Law.ones(), "nn.BatchNorm2d: ones_(m.weight)")
            .row("(blocks.#.#.)?bn[123].bias", Law.zeros(), "nn.BatchNorm2d: zeros_(m.bias)")
            .row(
                    "classifier.weight",
                    dims -> Law.uniform(1 / Math.sqrt(dims[0])),
                    "nn.Linear: uniform_(-init_range, init_range), init_range = 1 / sqrt(fan_out)")
            .row("classifier.bias", Law.zeros(), "nn.Linear: zeros_(m.bias)");

    @Test
    void countsAsPublished() {
        assertThat(EfficientNetInit.plan(EfficientNet.b0()).parameters().elements())
                .isEqualTo(5_288_548);
    }

    @Test
    void namesAsTheStateDict() {
        Parameters parameters = EfficientNetInit.plan(EfficientNet.b0()).parameters();

        assertThat(parameters)
                .hasSize(3 + 10 + 15 * 13 + 3 + 2)
                .extracting(Parameter::name)
                .startsWith(
                        "conv_stem.weight",
                        "bn1.weight",
                        "bn1.bias",
                        "blocks.0.0.conv_dw.weight",
                        "blocks.0.0.bn1.weight",
                        "blocks.0.0.bn1.bias",
                        "blocks.0.0.se.conv_reduce.weight",
                        "blocks.0.0.se.conv_reduce.bias")
                .contains("blocks.1.1.conv_pw.weight", "blocks.5.3.conv_pwl.weight", "blocks.6.0.bn3.bias")
                .endsWith("conv_head.weight", "bn2.weight", "bn2.bias", "classifier.weight", "classifier.bias");
        assertThat(parameters.get("blocks.2.0.conv_dw.weight").shape().dims()).containsExactly(144, 1, 5, 5);
        assertThat(parameters.get("blocks.1.0.se.conv_reduce.weight").shape().dims())
                .containsExactly(4, 96, 1, 1);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        REFERENCE.describes(EfficientNetInit.plan(EfficientNet.b0()).parameters());
    }

    /** All of it: it is small enough. */
    @Test
    void drawsWhatItSays() {
        EfficientNet model = EfficientNet.b0();
        EfficientNetInit.initWeights(model, 1);

        REFERENCE.describesValuesOf(EfficientNetInit.parameters(model));
    }

    @Test
    void leavesNothingOut() {
        EfficientNet model = new EfficientNet(
                8, List.of(new EfficientNet.Stage(1, 1, 3, 8), new EfficientNet.Stage(2, 6, 5, 12)), 32, 10);
        EfficientNetInit.initWeights(model, 1);

        assertThat(EfficientNetInit.parameters(model))
                .extracting(Parameter::name)
                .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
    }
}
