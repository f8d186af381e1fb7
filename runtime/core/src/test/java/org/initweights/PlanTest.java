package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.RELU;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initweights.testing.SampleModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Plan plan = Plan.of(SampleModels::everyInitializer);
        Path file = folder.resolve("plan.json");

        plan.write(file);
        Plan read = Plan.read(file);

        assertThat(read.parameters()).hasSameSizeAs(plan.parameters());
        for (Parameter parameter : plan.parameters()) {
            Parameter again = read.parameters().get(parameter.name());
            assertThat(again.shape()).isEqualTo(parameter.shape());
            assertThat(again.dtype()).isEqualTo(parameter.dtype());
            assertThat(again.fill()).as(parameter.name()).isEqualTo(parameter.fill());
        }
    }

    @Test
    void numbersComeBackToTheBit() throws IOException {
        double std = Math.nextUp(0.1);
        Plan plan = Plan.of(p -> p.tensor("a", normal(-0.0, std), 2)
                .tensor("b", constant(Double.MIN_VALUE), 2)
                .tensor("c", Initializers.truncNormal(0, 1, Double.NEGATIVE_INFINITY, 2), 2));
        Path file = folder.resolve("plan.json");

        plan.write(file);

        assertThat(Plan.read(file).parameters())
                .extracting(Parameter::fill)
                .containsExactlyElementsOf(
                        plan.parameters().stream().map(Parameter::fill).toList());
    }

    @Test
    void keepsTheRolesOfTheAxes() throws IOException {
        TensorShape shape = TensorShape.of(4, 6, 4, 3)
                .withStacked(1)
                .withLayout(Layout.SPATIAL_IN_OUT)
                .withGroups(3)
                .withPacked(3);
        Path file = folder.resolve("plan.json");

        Plan.of(p -> p.tensor("a", shape, DType.F32, zeros())).write(file);

        assertThat(Plan.read(file).parameters().get("a").shape()).isEqualTo(shape);
    }

    @Test
    void plansTheParametersOfAModelAsTheyAreNow() {
        Weights model = Weights.of(w -> w.tensor("fc.weight", DType.BF16, normal(), 3, 4));

        Plan plan = Plan.of(model.parameters().named("**.weight").with(ones()));

        Parameter planned = plan.parameters().get("fc.weight");
        assertThat(planned.fill()).hasToString("1");
        assertThat(planned.dtype()).isEqualTo(DType.BF16);
    }

    @Test
    void allocatesNothing() {
        Plan plan = Plan.of(p -> p.tensor("large", normal(), 1L << 40, 1000));

        assertThat(plan.parameters().elements()).isEqualTo(1000L << 40);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> plan.parameters().get("large").get(0))
                .withMessage("large is planned, and has no elements; Plan.initialize writes them to a file");
    }

    @Test
    void refusesWhatFitsNoShapeByName() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Plan.of(p -> p.scope("fc", fc -> fc.tensor("bias", kaimingNormal(FAN_OUT, RELU), 3))))
                .withMessageStartingWith("fc.bias: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(p -> p.tensor("a", zeros(), 1).tensor("a", zeros(), 1)))
                .withMessage("two parameters are named a");
    }

    @Test
    void readsAModelAndItsSubModels() throws IOException {
        model("acme.Net", """
                "extends": "acme.Base",
                "members": [
                  {"name": "inner", "model": "acme.Outer.Inner"},
                  {"name": "scale", "shape": [2], "dtype": "F64", "fill": {"type": "constant", "value": 0.1}}
                ]""");
        model("acme.Base", """
                "members": [{"name": "base", "shape": [3], "dtype": "BF16", "fill": {"type": "constant", "value": 1.0}}]""");
        Files.writeString(folder.resolve("acme.Outer_Inner.json"), """
                {"model": "acme.Outer.Inner", "members": [
                  {"name": "weight", "shape": ["2 * (out - 1) / groups()", "in"], "dtype": "F32",
                   "rule": {"type": "xavier", "distribution": "NORMAL", "gain": 1.0}}]}""");

        Plan plan =
                Plan.read(folder.resolve("acme.Net.json"), Map.of("out", 5L, "groups()", 2L, "inner.in", 7L, "in", 8L));

        assertThat(plan.parameters()).extracting(Parameter::name).containsExactly("base", "inner.weight", "scale");
        assertThat(plan.parameters().get("inner.weight").shape()).isEqualTo(TensorShape.of(4, 7));
        assertThat(plan.parameters().get("inner.weight").fill())
                .isEqualTo(Initializers.xavierNormal().resolve(TensorShape.of(4, 7)));
    }

    @Test
    void refusesSizesThatNothingAsksFor() throws IOException {
        model("acme.Net", """
            "members": [{"name": "head", "model": "acme.Fc"}, {"name": "body", "model": "acme.Fc"}]\
            """);
        model("acme.Fc", """
            "members": [
              {"name": "w", "shape": ["out"], "dtype": "F32", "fill": {"type": "constant", "value": 1.0}},
              {"name": "b", "shape": ["width / 2"], "dtype": "F32", "onlyIf": "hasBias",
               "fill": {"type": "constant", "value": 1.0}}]\
            """);
        Path file = folder.resolve("acme.Net.json");

        // Of each sub-model alone, for all of them too, and of what is not there.
        Plan.read(file, Map.of("out", 2L, "head.out", 3L, "body.out", 4L, "hasBias", 0L, "body.width", 6L));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(file, Map.of("out", 2L, "hasBias", 0L, "haed.out", 10L, "nonsense", 1L)))
                .withMessage(file
                        + ": no parameter has the size \"haed.out\" (did you mean \"head.out\"?) or"
                        + " \"nonsense\"; there are [out, hasBias, width, head.out, head.hasBias, head.width,"
                        + " body.out, body.hasBias, body.width]");
        for (String wrong : List.of("body.hasBais", "ead.out", "t", ".out", "head", "head.", "body.head.out", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Plan.read(file, Map.of("out", 2L, "hasBias", 0L, wrong, 1L)))
                    .withMessageContaining("no parameter has the size \"" + wrong + "\"");
        }
    }

    @Test
    void refusesSizesOfAPlanThatKnowsAll() throws IOException {
        Path file = folder.resolve("flat.json");
        Plan.of(p -> p.tensor("w", zeros(), 2)).write(file);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(file, Map.of("out", 2L)))
                .withMessage(file + ": no parameter has the size \"out\"; all sizes of this plan are known already");
    }

    @Test
    void theRulesOfTheOutermostModelWin() throws IOException {
        String weight = "{\"name\": \"weight\", \"shape\": [2, 3], \"dtype\": \"F32\", "
                + "\"fill\": {\"type\": \"constant\", \"value\": 1}}";
        model("acme.Linear", "\"members\": [" + weight + ", " + weight.replace("weight", "other") + "]");
        model(
                "acme.Inner",
                "\"members\": [{\"name\": \"fc\", \"model\": \"acme.Linear\"}], " + rule(2, "fc.weight", "fc.other"));
        model("acme.Net", "\"members\": [{\"name\": \"in\", \"model\": \"acme.Inner\"}], " + rule(3, "in.fc.weight"));

        Plan plan = Plan.read(folder.resolve("acme.Net.json"));

        assertThat(plan.toString()).isEqualTo("in.fc.weight [2, 3] 3\nin.fc.other [2, 3] 2\n");
    }

    private static String rule(int value, String... wins) {
        return "\"rules\": [{\"rule\": \"@InitRule\", \"use\": {\"type\": \"constant\", \"value\": " + value
                + "}, \"wins\": [\"" + String.join("\", \"", wins) + "\"]}]";
    }

    @Test
    void refusesWhatOnlyABuiltModelCanSay() throws IOException {
        model("acme.Net", "\"members\": [{\"name\": \"layers.*\", \"model\": \"acme.Linear\"}]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(folder.resolve("acme.Net.json")))
                .withMessageContaining("layers.*: how many sub-models there are is known only when the model is built; "
                        + "write the plan of the built model instead: Plan.of(parameters).write(file)");

        model("acme.Net", "\"members\": [{\"name\": \"w\", \"shape\": [\"out\"], \"dtype\": \"F32\"}]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(folder.resolve("acme.Net.json")))
                .withMessageContaining("w: the size \"out\" is not known while a plan is read; give it as \"out\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(folder.resolve("acme.Net.json"), Map.of("out", 2L)))
                .withMessageContaining("w: how it starts is known only when the model is built");

        model("acme.Net", "\"members\": [{\"name\": \"stem\", \"model\": \"other.Stem\"}]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(folder.resolve("acme.Net.json")))
                .withMessageContaining("the plan of other.Stem is not beside it, as other.Stem.json");
    }

    @Test
    void refusesWhatIsNoPlan() throws IOException {
        for (String[] wrong : new String[][] {
            {"[]", "expected an object, but found an array"},
            {"{}", "it has neither \"initweightsPlan\" nor \"model\""},
            {"{\"initweightsPlan\": 3}", "it is a plan of version 3, and this library reads 1 and 2"},
            {parameter("\"shape\": [2], \"dtype\": \"F8\""), "a: \"F8\" is none of [F64, F32, F16, BF16, I32, I64]"},
            {parameter("\"shape\": [-2], \"dtype\": \"F32\""), "negative dimension"},
            {
                parameter("\"shape\": [2], \"dtype\": \"F32\", \"fill\": {\"type\": \"magic\"}"),
                "there is no fill \"magic\""
            },
            {
                parameter("\"shape\": [2], \"dtype\": \"F32\", \"fill\": {\"type\": \"constant\", \"value\": 1}, "
                        + "\"rule\": {\"type\": \"constant\", \"value\": 2}"),
                "a: its rule gives 2, but the plan says 1"
            }
        }) {
            Path file = Files.writeString(folder.resolve("plan.json"), wrong[0]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Plan.read(file))
                    .withMessageStartingWith(file.toString())
                    .withMessageContaining(wrong[1]);
        }
    }

    @Test
    void refusesMatricesThatDoNotFitTheHeap() {
        Plan plan = Plan.of(p -> p.tensor("a", orthogonal(), 46_000, 46_000));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.initialize(folder.resolve("a.safetensors"), RandomSource.seeded(1)))
                .withMessageStartingWith(
                        "a [46000, 46000]: an orthogonal matrix is made as a whole, which takes 42320000000 bytes");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsTheOrderInWhichPyTorchDrawsAttentions() throws IOException {
        Plan plan = Plan.of(p -> p.tensor("attn.in_proj_weight", torchDefault(Layer.MULTIHEAD_ATTENTION), 24, 8)
                .tensor("attn.in_proj_bias", torchDefault(Layer.MULTIHEAD_ATTENTION), 24)
                .tensor("attn.out_proj.weight", torchDefault(Layer.LINEAR), 8, 8)
                .tensor("attn.out_proj.bias", zeros(), 8));
        Path file = folder.resolve("plan.json");
        plan.write(file);

        plan.initialize(folder.resolve("a"), RandomSource.torch(1));
        Plan.read(file).initialize(folder.resolve("b"), RandomSource.torch(1));

        assertThat(folder.resolve("b")).hasSameBinaryContentAs(folder.resolve("a"));
    }

    @Test
    void readsAsManyParametersAsItWrote() throws IOException {
        int count = 450_000;
        Plan plan = Plan.of(p -> {
            for (int i = 0; i < count; i++) {
                p.tensor("layer." + i, zeros(), 1);
            }
        });
        Path file = folder.resolve("plan.json");
        plan.write(file);
        assertThat(Plan.read(file).parameters().size()).isEqualTo(count);
    }

    @Test
    void refusesToWriteWhatIsNestedTooDeepToBeRead() throws IOException {
        Initializer rule = normal();
        for (int depth = 1; depth < 70; depth++) {
            rule = Initializers.icnr(1, rule);
            Initializer nested = rule;
            Plan plan = Plan.of(p -> p.tensor("a", nested, 4, 4, 3));
            Path file = folder.resolve("plan.json");
            try {
                plan.write(file);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessage("values are nested deeper than 64");
                assertThat(depth).isGreaterThan(50);
                continue;
            }
            assertThat(Plan.read(file).parameters().get("a").fill())
                    .isEqualTo(plan.parameters().get("a").fill());
        }
    }

    @Test
    void refusesModelsThatContainThemselves() throws IOException {
        model("acme.A", "\"members\": [{\"name\": \"b\", \"model\": \"acme.B\"}]");
        model("acme.B", "\"extends\": \"acme.A\", \"members\": []");
        Path file = folder.resolve("acme.A.json");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(file))
                .withMessage(file + ": acme.A contains or extends itself, by way of [acme.A, acme.B]");
    }

    @Test
    void refusesSizesThatGoOnForEver() throws IOException {
        for (String size : new String[] {"(".repeat(20_000) + "1", "1" + "+1".repeat(20_000), "-".repeat(100_000)}) {
            model("acme.Net", "\"members\": [{\"name\": \"w\", \"shape\": [\"" + size + "\"], \"dtype\": \"F32\"}]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Plan.read(folder.resolve("acme.Net.json")))
                    .withMessageContaining("w: \"")
                    .withMessageEndingWith("is no size: there may be 10000 characters");
        }
    }

    private static String parameter(String members) {
        return "{\"initweightsPlan\": 1, \"parameters\": [{\"name\": \"a\", " + members + "}]}";
    }

    @Test
    void readsPlansOfModelsInTheVersionThatItKnowsAndRefusesOthers() throws IOException {
        String bias =
                "{\"name\": \"b\", \"shape\": [3], \"dtype\": \"F32\", \"fill\": {\"type\": \"constant\", \"value\": 1.0}}";
        Path file = folder.resolve("acme.Net.json");
        for (String known : new String[] {"", "\"initweightsModel\": 1, "}) {
            Files.writeString(file, "{" + known + "\"model\": \"acme.Net\", \"members\": [" + bias + "]}");
            assertThat(Plan.read(file).parameters()).extracting(Parameter::name).containsExactly("b");
        }
        for (String other : new String[] {"0", "2", "-1", "9007199254740993"}) {
            Files.writeString(file, "{\"initweightsModel\": " + other + ", \"layers\": []}");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Plan.read(file))
                    .withMessage(file + ": acme.Net.json is the plan of a model in version " + other
                            + ", and this library reads version 1; the annotation processor and the library must have the"
                            + " same version");
        }
        Files.writeString(
                file, "{\"model\": \"acme.Net\", \"members\": [{\"name\": \"in\", \"model\": \"acme.Sub\"}]}");
        model("acme.Sub", "\"initweightsModel\": 2, \"members\": []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(file))
                .withMessageContaining("acme.Sub.json is the plan of a model in version 2");
        model("acme.Sub", "\"initweightsModel\": \"1\", \"members\": []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(file))
                .withMessageContaining("expected a number, but found a string");
    }

    private void model(String name, String members) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), "{\"model\": \"" + name + "\", " + members + "}");
    }
}
