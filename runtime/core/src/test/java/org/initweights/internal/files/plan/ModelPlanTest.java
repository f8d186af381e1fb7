package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initweights.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans of models as they lie beside each other; what each parameter starts with tells who has decided it. */
class ModelPlanTest {

    @TempDir
    private Path folder;

    @Test
    void parametersComeInTheOrderOfTheirDeclarationAndThoseOfTheParentFirst() throws IOException {
        model("acme.Base", members(parameter("base", 1)));
        model("acme.Linear", members(parameter("weight", 2), parameter("bias", 3)));
        model(
                "acme.Net",
                "'extends': 'acme.Base', "
                        + members(parameter("first", 4), subModel("fc", "acme.Linear"), parameter("last", 5)));

        assertThat(read("acme.Net", Map.of()))
                .containsExactly("base = 1", "first = 4", "fc.weight = 2", "fc.bias = 3", "last = 5");
    }

    /** The outermost rule wins, for the parameters that it names and no others. */
    @Test
    void rulesOfModelsAroundAParameterWin() throws IOException {
        model("acme.Linear", members(parameter("weight", 2), parameter("bias", 3)));
        model("acme.Block", members(subModel("fc", "acme.Linear")) + ", " + rules(rule(6, "fc.weight", "fc.bias")));
        model(
                "acme.Net",
                members(subModel("one", "acme.Block"), subModel("two", "acme.Block")) + ", "
                        + rules(rule(7, "one.fc.weight")));

        assertThat(read("acme.Net", Map.of()))
                .containsExactly("one.fc.weight = 7", "one.fc.bias = 6", "two.fc.weight = 6", "two.fc.bias = 6");
        assertThat(read("acme.Linear", Map.of())).containsExactly("weight = 2", "bias = 3");
    }

    @Test
    void rulesOfTheParentHoldForItsOwnSubModels() throws IOException {
        model("acme.Linear", members(parameter("weight", 2)));
        model("acme.Base", members(subModel("fc", "acme.Linear")) + ", " + rules(rule(6, "fc.weight")));
        model("acme.Net", "'extends': 'acme.Base', " + members(subModel("head", "acme.Linear")));

        assertThat(read("acme.Net", Map.of())).containsExactly("fc.weight = 6", "head.weight = 2");
    }

    @Test
    void conditionsAreGivenLikeSizes() throws IOException {
        model("acme.Net", members(parameter("a", 1), with(parameter("bias", 2), "'onlyIf': 'hasBias'")));

        assertThat(read("acme.Net", Map.of("hasBias", 1L))).containsExactly("a = 1", "bias = 2");
        assertThat(read("acme.Net", Map.of("hasBias", 0L))).containsExactly("a = 1");
        assertRefused("acme.Net", "bias: there only if \"hasBias\", which is not known while a plan is read");
    }

    @Test
    void whatIsNotThereIsNeitherTiedNorACopy() throws IOException {
        String bias = with(parameter("bias", 2), "'onlyIf': 'hasBias'");
        model("acme.Net", members(parameter("a", 1), bias) + ", 'ties': [{'param': 'bias', 'to': 'a'}]");
        assertThat(read("acme.Net", Map.of("hasBias", 1L))).containsExactly("a = 1");
        assertThat(read("acme.Net", Map.of("hasBias", 0L))).containsExactly("a = 1");

        model("acme.Net", members(parameter("a", 1), bias) + ", 'copies': [{'param': 'bias', 'from': 'a'}]");
        assertThat(read("acme.Net", Map.of("hasBias", 1L))).containsExactly("a = 1", "bias = 1");
        assertThat(read("acme.Net", Map.of("hasBias", 0L))).containsExactly("a = 1");

        model("acme.Net", members(parameter("a", 1), bias) + ", 'ties': [{'param': 'a', 'to': 'bias'}]");
        assertThatThrownBy(() -> read("acme.Net", Map.of("hasBias", 0L)))
                .hasMessageContaining("a: tied to bias, which is not there, since hasBias is false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'w', 'shape': [1], 'dtype': 'F32', 'optional': true}"
                        + "|w: whether there is a tensor is known only when the model is built",
                "{'name': 'fc', 'model': 'acme.Linear', 'optional': true}"
                        + "|fc: whether there is a sub-model is known only when the model is built",
                "{'name': 'layers.*', 'model': 'acme.Linear'}"
                        + "|layers.*: how many sub-models there are is known only when the model is built",
                "{'name': 'any', 'model': 'acme.Layer'}"
                        + "|any: which of several models it is is known only when the model is built"
            })
    void whatOnlyABuiltModelSaysIsRefused(String member, String problem) throws IOException {
        model("acme.Linear", members(parameter("weight", 2)));
        model("acme.Layer", "'implementedBy': ['acme.Linear'], 'members': []");
        model("acme.Net", members(member));

        assertRefused("acme.Net", problem + "; write the plan of the built model instead");
    }

    @Test
    void aRuleThatOnlyABuiltModelKnowsIsRefusedByWhatItWins() throws IOException {
        model("acme.Linear", members(parameter("weight", 2)));
        model(
                "acme.Net",
                members(subModel("fc", "acme.Linear"))
                        + ", 'rules': [{'rule': '@InitRule(use = Own.class)', 'wins': ['fc.weight']}]");

        assertRefused(
                "acme.Net",
                "fc.weight: what @InitRule(use = Own.class) gives it is known only when the model is built");
    }

    @Test
    void aNestedModelIsFoundByTheNameOfItsFile() throws IOException {
        write("acme.Net_Head.json", "'model': 'acme.Net.Head', " + members(parameter("w", 8)));
        model("acme.Net", members(subModel("head", "acme.Net.Head")));

        assertThat(read("acme.Net", Map.of())).containsExactly("head.w = 8");
    }

    /** Of two classes that are nested in different ways the names of the files may look alike. */
    @Test
    void aFileThatIsOfAnotherModelIsPassedOver() throws IOException {
        write("acme.Net.Head.json", "'model': 'acme.Net$Head', " + members(parameter("w", 9)));
        write("acme.Net_Head.json", "'model': 'acme.Net.Head', " + members(parameter("w", 8)));
        model("acme.Net", members(subModel("head", "acme.Net.Head")));
        model("acme.Other", members(subModel("head", "acme.Missing")));
        write("acme.Missing.json", "'model': 'acme.Another', 'members': []");

        assertThat(read("acme.Net", Map.of())).containsExactly("head.w = 8");
        assertRefused("acme.Other", "the plan of acme.Missing is not beside it, as acme.Missing.json");
    }

    @Test
    void aModelThatContainsItselfIsRefused() throws IOException {
        model("acme.Net", members(subModel("left", "acme.Tree")));
        model("acme.Tree", "'extends': 'acme.Net', 'members': []");

        assertRefused("acme.Net", "acme.Net contains or extends itself, by way of [acme.Net, acme.Tree]");
    }

    @Test
    void fiveHundredModelsMayLeadToOne() throws IOException {
        for (int i = 0; i < 501; i++) {
            model("M" + i, members(subModel("m", "M" + (i + 1))));
        }
        model("M501", members(parameter("w", 1)));

        assertThat(read("M1", Map.of())).containsExactly("m.".repeat(500) + "w = 1");
        assertRefused("M0", "models are nested deeper than 500");
    }

    private void assertRefused(String model, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(model, Map.of()))
                .withMessageStartingWith(folder.resolve(model + ".json") + ": " + problem);
    }

    /** Each parameter, and the constant that it starts with. */
    private List<String> read(String model, Map<String, Long> sizes) throws IOException {
        return PlanFile.read(
                folder.resolve(model + ".json"),
                sizes,
                parameters -> parameters.stream().map(ModelPlanTest::line).toList());
    }

    private static String line(Parameter parameter) {
        assertThat(parameter.fill().lower()).isEqualTo(parameter.fill().upper());
        return parameter.name() + " = " + (int) parameter.fill().lower();
    }

    private static String members(String... members) {
        return "'members': [" + String.join(", ", members) + "]";
    }

    private static String parameter(String name, int value) {
        return "{'name': '" + name + "', 'shape': [1], 'dtype': 'F32', 'rule': " + constant(value) + "}";
    }

    private static String with(String member, String more) {
        return member.substring(0, member.length() - 1) + ", " + more + "}";
    }

    private static String subModel(String name, String model) {
        return "{'name': '" + name + "', 'model': '" + model + "'}";
    }

    private static String rules(String... rules) {
        return "'rules': [" + String.join(", ", rules) + "]";
    }

    private static String rule(int value, String... wins) {
        return "{'rule': '@InitRule', 'use': " + constant(value) + ", 'wins': ['" + String.join("', '", wins) + "']}";
    }

    private static String constant(int value) {
        return "{'type': 'constant', 'value': " + value + "}";
    }

    private void model(String name, String members) throws IOException {
        write(name + ".json", "'model': '" + name + "', " + members);
    }

    private void write(String file, String members) throws IOException {
        Files.writeString(folder.resolve(file), "{" + members.replace('\'', '"') + "}");
    }
}
