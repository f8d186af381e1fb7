package org.initweights.internal.files.plan;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.WeightsBuilder;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonWriter;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.rule.Rule;
import org.initweights.testing.SampleModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordJsonTest {

    private static final RecordReader READER = new RecordReader(new Sizes(Map.of(), ""), Path.of(""));

    @TempDir
    private Path folder;

    /** By the text, so that nothing is shared but that. */
    private JsonValue reread(JsonValue value) throws Exception {
        Path file = folder.resolve("record.json");
        Files.writeString(file, JsonWriter.indented(value));
        return JsonReader.read(file);
    }

    @Test
    void everyFillAndRuleComesBack() throws Exception {
        Set<String> fills = new TreeSet<>();
        Set<String> rules = new TreeSet<>();
        for (Parameter parameter : Weights.of(RecordJsonTest::everything).parameters()) {
            Fill fill = parameter.fill();
            assertThat(READER.fill(reread(RecordJson.of(fill)))).isEqualTo(fill);
            fills.add(fill.getClass().getSimpleName());
            Initializer rule = parameter.initializer();
            if (RecordTypes.isRule(rule)) {
                assertThat(READER.rule(reread(RecordJson.of(rule)))).isEqualTo(rule);
                rules.add(rule.getClass().getSimpleName());
            }
        }
        assertThat(fills).isEqualTo(names(Fill.class));
        assertThat(rules).isEqualTo(names(Rule.class));
    }

    private static void everything(WeightsBuilder builder) {
        SampleModels.everyInitializer(builder);
        builder.scope("base", SampleModels::everyBeginning);
        builder.tensor("bias", Initializers.torchDefault(Layer.LINEAR, TensorShape.of(4, 6)), 4);
        builder.tensor("gru", Initializers.torchDefault(Layer.GRU), 12, 4);
    }

    private static Set<String> names(Class<?> sealed) {
        return Set.of(sealed.getPermittedSubclasses()).stream()
                .map(Class::getSimpleName)
                .filter(name -> !name.startsWith("TableFunction"))
                .collect(toCollection(TreeSet::new));
    }

    /** Read by another library. */
    @Test
    void isJsonWithTheComponentsByName() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(JsonWriter.indented(RecordJson.of(new TruncatedNormalFill(0, 0.02, -0.04, 0.04))));

        assertThat(json.get("type").asText()).isEqualTo("truncatedNormal");
        assertThat(json.get("location").asDouble()).isZero();
        assertThat(json.get("scale").asDouble()).isEqualTo(0.02);
        assertThat(json.get("lower").asDouble()).isEqualTo(-0.04);
        assertThat(json.get("upper").asDouble()).isEqualTo(0.04);
        assertThat(json.size()).isEqualTo(5);
    }

    @Test
    void numbersComeBackToTheBit() throws Exception {
        for (double number : new double[] {
            0.1, -0.0, 1e22, 123456789012345680.0, Double.MIN_VALUE, Double.MAX_VALUE, 1 / 3.0, Math.nextDown(1.0), 5
        }) {
            Fill read = READER.fill(reread(RecordJson.of(new ConstantFill(number))));

            assertThat(Double.doubleToRawLongBits(((ConstantFill) read).value()))
                    .as("%s", number)
                    .isEqualTo(Double.doubleToRawLongBits(number));
        }
        assertThat(RecordJson.of(Double.POSITIVE_INFINITY).asString()).isEqualTo("Infinity");
        assertThat(RecordJson.of(Double.NaN).asString()).isEqualTo("NaN");
    }

    @Test
    void aRuleOfAUsersOwnIsNoRule() {
        Initializer own = shape -> new NormalFill(0, 1);

        assertThat(RecordTypes.isRule(Initializers.normal())).isTrue();
        assertThat(RecordTypes.isRule(own)).isFalse();
        assertThat(RecordTypes.isRule(Initializers.normal().withRows(0, 1, Initializers.zeros())))
                .isTrue();
        assertThat(RecordTypes.isRule(Initializers.normal().withRows(0, 1, own)))
                .as("nor is what is made of one")
                .isFalse();
    }

    @Test
    void refusesOthersWithWhatThereIs() throws Exception {
        refused("{\"type\": \"normale\", \"mean\": 0, \"std\": 1}", "there is no fill \"normale\"; there are [");
        refused("{\"mean\": 0, \"std\": 1}", "\"type\"");
        refused("{\"type\": \"normal\", \"mean\": 0}", "\"std\"");
        refused("{\"type\": \"normal\", \"mean\": 0, \"std\": \"1\"}", "expected a number, but found a string");
        refused("{\"type\": \"normal\", \"mean\": 0, \"std\": 1e999}", "1e999 is beyond the range of a double");
        refused("[1]", "expected an object, but found an array");
    }

    private void refused(String json, String problem) throws Exception {
        Path file = folder.resolve("refused.json");
        Files.writeString(file, json);
        JsonValue value = JsonReader.read(file);
        assertThatExceptionOfType(JsonException.class)
                .as(json)
                .isThrownBy(() -> READER.fill(value))
                .withMessageContaining(problem);
    }
}
