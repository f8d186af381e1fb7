package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.Initializers.*;

import java.util.stream.LongStream;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Weights;
import org.initweights.annotation.Shape;
import org.initweights.recipe.*;

/** What open language models start with, against the numbers of their sources. */
public class OpenModels {

    public static class Published {
        @Shape({300, 200}) @DeepSeekV3Normal float[] deepSeek;
        @Shape(value = {4, 60, 200}, stacked = 1) @DeepSeekV3Normal float[] experts;
        @Shape({300, 200}) @Olmo2Normal float[] olmo;
        @Shape({300, 200}) @Qwen3Normal float[] qwen;
        @Shape({300, 200}) @Llama4Normal float[] llama;
        @Shape({300, 200}) @Gemma3Normal float[] gemma;
        @Shape({300, 200}) @Gemma3Normal(std = 0.01) float[] deepMind;
        @Shape(64) @Gemma3NormScale float[] scale;
        @Shape({300, 200}) @GptOssNormal float[] oss;
        @Shape(64) @GptOssNormal float[] sinks;
    }

    /** A model that has the number: it is taken, for the bounds of OLMo 2, too. */
    public static class Own {
        final double std;
        @Shape({300, 200}) @Olmo2Normal float[] olmo;
        @Shape({300, 200}) @DeepSeekV3Normal float[] deepSeek;
        @Shape({300, 200}) @Olmo2Normal(std = 1) float[] given;

        Own(double std) {
            this.std = std;
        }
    }

    public static void check() {
        Published model = new Published();
        OpenModels_PublishedInit.initWeights(model, 5);
        Parameters parameters = OpenModels_PublishedInit.parameters(model);
        normal(parameters.get("deepSeek"), 0.006, deepSeekV3Normal());
        normal(parameters.get("experts"), 0.006, deepSeekV3Normal());
        normal(parameters.get("qwen"), 0.02, qwen3Normal());
        normal(parameters.get("llama"), 0.02, llama4Normal());
        normal(parameters.get("gemma"), 0.02, gemma3Normal());
        normal(parameters.get("deepMind"), 0.01, gemma3Normal(0.01));
        normal(parameters.get("oss"), 0.02, gptOssNormal());
        normal(parameters.get("sinks"), 0.02, gptOssNormal());
        cut(parameters.get("olmo"), 0.02, olmo2Normal());
        drawn(model.olmo, 0.02);
        drawn(model.deepSeek, 0.006);
        assertThat(model.scale).containsOnly(0);
        same(parameters.get("scale"), gemma3NormScale());
        own();
    }

    private static void own() {
        Own model = new Own(0.5);
        OpenModels_OwnInit.initWeights(model, 5);
        Parameters parameters = OpenModels_OwnInit.parameters(model);
        cut(parameters.get("olmo"), 0.5, olmo2Normal(0.5));
        cut(parameters.get("given"), 1, olmo2Normal(1));
        normal(parameters.get("deepSeek"), 0.5, deepSeekV3Normal(0.5));
    }

    private static void normal(Parameter parameter, double std, Initializer coded) {
        Fill fill = parameter.fill();
        assertThat(fill.std()).as(parameter.name()).isCloseTo(std, offset(1e-17));
        assertThat(fill.mean()).isZero();
        assertThat(fill.upper()).isInfinite();
        same(parameter, coded);
    }

    private static void cut(Parameter parameter, double std, Initializer coded) {
        Fill fill = parameter.fill();
        assertThat(fill.lower()).as(parameter.name()).isCloseTo(-3 * std, offset(1e-15));
        assertThat(fill.upper()).isCloseTo(3 * std, offset(1e-15));
        // A normal that is cut at three deviations: its variance is 1 - 6 φ(3) / (2 Φ(3) - 1) of that of the whole.
        double density = Math.exp(-4.5) / Math.sqrt(2 * Math.PI);
        assertThat(fill.std()).isCloseTo(std * Math.sqrt(1 - 6 * density / 0.9973002039367398), offset(1e-12));
        same(parameter, coded);
    }

    /** Six standard errors around the deviation of 60000 numbers; the cut takes 1.3 per cent. */
    private static void drawn(float[] values, double std) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        assertThat(Math.sqrt(squares / values.length) / std).isBetween(0.965, 1.018);
    }

    private static void same(Parameter annotated, Initializer coded) {
        Parameter other = Weights.of(b -> b.tensor(annotated.name(), annotated.shape(), DType.F32, coded))
                .initialize(5)
                .get(annotated.name());
        assertThat(LongStream.range(0, annotated.elements()).allMatch(i -> other.get(i) == annotated.get(i)))
                .as(annotated.name())
                .isTrue();
    }
}
