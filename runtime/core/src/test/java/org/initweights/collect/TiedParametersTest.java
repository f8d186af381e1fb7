package org.initweights.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;
import static org.initweights.collect.ModelRule.ANY_RANK;
import static org.initweights.collect.ModelRule.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ties and copies of models, as generated code says them. */
@SuppressWarnings("NullAway") // Fields are null until they are allocated.
class TiedParametersTest {

    @TempDir
    private Path folder;

    /** A layer whose field can be set. */
    static class Layer {
        float[] weight;

        static void collect(Layer layer, ParameterCollector parameters) {
            layer.weight = parameters.addOrAllocate(
                    "weight", TensorType.FLOATS, layer.weight, TensorShape.of(4, 2), normal(0, 0.02));
        }
    }

    /** A layer whose field is final. */
    static class Fixed extends Layer {
        final float[] given;

        Fixed(float[] given) {
            this.given = given;
        }

        static void collect(Fixed layer, ParameterCollector parameters) {
            parameters.add("weight", TensorType.FLOATS, layer.given, TensorShape.of(4, 2), normal(0, 1));
        }
    }

    /** Three layers. */
    static class Net {
        Layer first = new Layer();
        Layer second = new Layer();
        Layer third = new Layer();

        void collect(ParameterCollector parameters) {
            visit("first", first, parameters);
            visit("second", second, parameters);
            visit("third", third, parameters);
        }

        private static void visit(String name, Layer layer, ParameterCollector parameters) {
            if (layer instanceof Fixed fixed) {
                parameters.visit(name, fixed, (Fixed model, ParameterCollector into) -> Fixed.collect(model, into));
            } else {
                parameters.visit(name, layer, (Layer model, ParameterCollector into) -> Layer.collect(model, into));
            }
        }

        Parameters parameters(java.util.function.UnaryOperator<ParameterCollector> bound) {
            return ParameterCollector.collect(this, (net, into) -> collect(bound.apply(into)));
        }
    }

    @Test
    void aTiedFieldHoldsTheOthersArrayWhicheverComesFirst() {
        for (String[] tie : new String[][] {{"first", "third"}, {"third", "first"}}) {
            Net net = new Net();
            Parameters parameters = net.parameters(into -> into.tie(tie[0] + ".weight", tie[1] + ".weight"));

            assertThat(net.first.weight).isSameAs(net.third.weight).isNotSameAs(net.second.weight);
            assertThat(parameters.size()).isEqualTo(2);
            Parameter tied = parameters.get(tie[0] + ".weight");
            assertThat(tied.names()).containsExactly(tie[1] + ".weight", tie[0] + ".weight");
            assertThat(tied).isSameAs(parameters.get(tie[1] + ".weight"));

            float[] array = net.first.weight;
            net.parameters(into -> into.tie(tie[0] + ".weight", tie[1] + ".weight"));
            assertThat(net.first.weight).as("it stays so").isSameAs(array).isSameAs(net.third.weight);
        }
    }

    @Test
    void theValuesAreThoseOfWhatItIsTiedTo() {
        Net tied = new Net();
        tied.parameters(into -> into.tie("first.weight", "second.weight")).initialize(3);
        Net untied = new Net();
        untied.parameters(into -> into).initialize(3);

        assertThat(tied.first.weight).isEqualTo(untied.second.weight);
        assertThat(tied.third.weight).isEqualTo(untied.third.weight);
    }

    @Test
    void chainsOfTiesAreOneArray() {
        Net net = new Net();
        Parameters parameters =
                net.parameters(into -> into.tie("first.weight", "second.weight").tie("second.weight", "third.weight"));

        assertThat(net.first.weight).isSameAs(net.second.weight).isSameAs(net.third.weight);
        assertThat(parameters.stream().map(Parameter::names))
                .containsExactly(List.of("third.weight", "first.weight", "second.weight"));
    }

    @Test
    void anArrayThatIsThereIsTaken() {
        float[] given = new float[8];
        Net net = new Net();
        net.third = new Fixed(given);
        net.parameters(into -> into.tie("third.weight", "first.weight"));
        assertThat(net.first.weight).as("of the final field").isSameAs(given);

        net = new Net();
        net.second.weight = given;
        net.first.weight = new float[8];
        net.parameters(into -> into.tie("first.weight", "second.weight"));
        assertThat(net.first.weight).as("of what it is tied to").isSameAs(given);
    }

    @Test
    void finalFieldsWithArraysOfTheirOwnAreRefusedBeforeAnythingIsAllocated() {
        Net net = new Net();
        net.first = new Fixed(new float[8]);
        net.third = new Fixed(new float[8]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> net.parameters(into -> into.tie("third.weight", "first.weight")))
                .withMessage(
                        "third.weight: tied to first.weight, but each holds a tensor of its own in a field that is final or"
                                + " has no setter; make one of them null, so that it is given the other's, or assign both the same"
                                + " tensor [TieConflict]");
        assertThat(net.second.weight).isNull();
    }

    @Test
    void faultsAreRefused() {
        Net net = new Net();
        for (String[] wrong : new String[][] {
            {
                "first.wieght",
                "second.weight",
                "there is no parameter first.wieght; did you mean first.weight?",
                "UnknownParameter"
            },
            {"first.weight", "fourth.weight", "there is no parameter fourth.weight", "UnknownParameter"},
            {"first.weight", "first.weight", "it ties a parameter to itself", "TieCycle"}
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> net.parameters(into -> into.tie(wrong[0], wrong[1])))
                    .withMessageStartingWith(
                            "@Tie(param = \"" + wrong[0] + "\", to = \"" + wrong[1] + "\"): " + wrong[2])
                    .withMessageEndingWith("[" + wrong[3] + "]");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> net.parameters(
                        into -> into.tie("first.weight", "second.weight").tie("second.weight", "first.weight")))
                .withMessageContaining("first.weight → second.weight → first.weight is a circle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> net.parameters(
                        into -> into.tie("first.weight", "second.weight").tie("first.weight", "third.weight")))
                .withMessageContaining("first.weight is tied to second.weight already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterCollector.collect(net, (model, collector) -> {
                    ParameterCollector into = collector.tie("other", "first.weight");
                    into.addOrAllocate("other", TensorType.FLOATS, null, TensorShape.of(2, 4), ones());
                    net.collect(into);
                }))
                .withMessageContaining("other is [2, 4], but first.weight is [4, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterCollector.collect(net, (model, collector) -> {
                    ParameterCollector into = collector.tie("other", "first.weight");
                    into.addOrAllocate("other", TensorType.DOUBLES, null, TensorShape.of(4, 2), ones());
                    net.collect(into);
                }))
                .withMessageContaining("other is kept in double[], but first.weight in float[]");
        assertThat(net.first.weight).isNull();
    }

    @Test
    void aRuleMayNameEither() {
        for (String name : List.of("first.weight", "third.weight")) {
            Net net = new Net();
            Parameters parameters = net.parameters(into -> into.tie("third.weight", "first.weight")
                    .withRules(rule(Object.class, name, ANY_RANK, ones()).using("Ones")));
            assertThat(parameters.get("third.weight").fill().mean()).isEqualTo(1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Net()
                        .parameters(into -> into.tie("third.weight", "first.weight")
                                .withRules(
                                        rule(Object.class, "first.weight", ANY_RANK, ones())
                                                .using("Ones"),
                                        rule(Object.class, "third.weight", ANY_RANK, zeros())
                                                .using("Zeros"))))
                .withMessageContaining("AmbiguousRules");
    }

    @Test
    void plansTieWithoutMemory() throws Exception {
        Net net = new Net();
        Plan plan =
                ParameterCollector.plan(net, (model, into) -> model.collect(into.tie("third.weight", "first.weight")));
        assertThat(net.first.weight).isNull();
        Path json = folder.resolve("plan.json");
        plan.write(json);
        Path file = folder.resolve("net.safetensors");
        Plan.read(json).initialize(file, RandomSource.seeded(5));

        assertThat(Plan.read(json).parameters().get("third.weight").names())
                .containsExactly("first.weight", "third.weight");
        Parameters parameters = net.parameters(into -> into.tie("third.weight", "first.weight"));
        Path saved = folder.resolve("saved.safetensors");
        parameters.initialize(5);
        parameters.save(saved);
        assertThat(saved).hasSameBinaryContentAs(file);
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("\"third.weight\":\"first.weight\"");
    }

    private static final List<Supplier<RandomSource>> SOURCES = List.of(
            () -> RandomSource.seeded(1),
            () -> RandomSource.torch(1),
            () -> RandomSource.jax(1),
            () -> RandomSource.sequence(1));

    @Test
    void copiesBeginAsWhatTheyCopyUnderEverySource() throws Exception {
        for (Supplier<RandomSource> source : SOURCES) {
            Net alone = new Net();
            ParameterCollector.collect(alone, (net, into) -> {
                        Net.visit("second", net.second, into);
                        Net.visit("third", net.third, into);
                    })
                    .initialize(source.get());
            Net net = new Net();
            Parameters parameters = net.parameters(into -> into.copy("first.**", "second.**"));
            parameters.initialize(source.get());

            assertThat(net.first.weight).isEqualTo(net.second.weight).isNotSameAs(net.second.weight);
            assertThat(net.second.weight).as("copies draw nothing").isEqualTo(alone.second.weight);
            assertThat(net.third.weight).as("copies draw nothing").isEqualTo(alone.third.weight);
            assertThat(parameters.get("first.weight").copyOf()).contains("second.weight");

            Path json = folder.resolve("plan.json");
            Plan.of(parameters).write(json);
            Path file = folder.resolve("net.safetensors");
            Plan.read(json).initialize(file, source.get());
            Path saved = folder.resolve("saved.safetensors");
            parameters.save(saved);
            assertThat(saved).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void chainsOfCopiesBeginAsTheFirst() {
        Net net = new Net();
        Parameters parameters =
                net.parameters(into -> into.copy("first.*", "second.*").copy("second.*", "third.*"));
        parameters.initialize(1);

        assertThat(net.first.weight).isEqualTo(net.second.weight).isEqualTo(net.third.weight);
        assertThat(parameters.get("first.weight").copyOf()).contains("third.weight");
    }

    @Test
    void aCopyAloneTakesTheValuesThatAreThere() {
        Net net = new Net();
        Parameters parameters = net.parameters(into -> into.copy("first.**", "second.**"));
        net.second.weight[3] = 42;
        parameters.named("first.**").initialize(1);
        assertThat(net.first.weight).containsExactly(0, 0, 0, 42, 0, 0, 0, 0);

        parameters.get("first.weight").with(ones()).initialize(RandomSource.seeded(1));
        assertThat(net.first.weight).as("a rule of its own").containsOnly(1);
    }

    @Test
    void faultsOfCopiesAreRefused() {
        for (String[] wrong : new String[][] {
            {"first.**", "second.*", "param has ** and from has *", "CopyPattern"},
            {"fisrt.**", "second.**", "there is no parameter fisrt.**", "UnknownParameter"},
            {
                "first.**",
                "forth.**",
                "first.weight would begin as forth.weight, but there is no parameter forth.weight",
                "UnknownParameter"
            },
            {"first.**", "first.**", "first.weight would be a copy of itself", "CopyCycle"}
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Net().parameters(into -> into.copy(wrong[0], wrong[1])))
                    .withMessageStartingWith("@Copy(param = \"" + wrong[0] + "\", from = \"" + wrong[1] + "\"): ")
                    .withMessageContaining(wrong[2])
                    .withMessageEndingWith("[" + wrong[3] + "]");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Net()
                        .parameters(into -> into.copy("first.**", "second.**").copy("second.**", "first.**")))
                .withMessageContaining("is a circle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Net()
                        .parameters(into -> into.copy("first.**", "second.**").copy("first.**", "third.**")))
                .withMessageContaining("first.weight would begin as third.weight, and as second.weight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Net()
                        .parameters(into ->
                                into.tie("first.weight", "second.weight").copy("first.*", "second.*")))
                .withMessageContaining("are one tensor, which needs no copy");
    }

    /** As a model is whose {@code tied} says whether it has a bias, a head, or both. */
    private static Parameters conditional(boolean hasFirst, boolean hasSecond, boolean isCopy) {
        return ParameterCollector.collect(new Object(), (model, collector) -> {
            ParameterCollector into = isCopy ? collector.copy("first", "second") : collector.tie("first", "second");
            for (String name : List.of("first", "second", "third")) {
                boolean isThere = name.equals("first") ? hasFirst : !name.equals("second") || hasSecond;
                if (isThere) {
                    into.addOrAllocate(name, TensorType.FLOATS, null, TensorShape.of(2), ones());
                } else {
                    into.addNothing(name, "has" + name, null);
                }
            }
        });
    }

    @Test
    void whatIsNotThereIsNeitherTiedNorACopy() {
        for (boolean isCopy : new boolean[] {false, true}) {
            assertThat(conditional(false, true, isCopy).stream().map(Parameter::names))
                    .containsExactly(List.of("second"), List.of("third"));
            assertThat(conditional(false, false, isCopy).stream().map(Parameter::name))
                    .containsExactly("third");
            assertThat(conditional(true, true, isCopy).size()).isEqualTo(isCopy ? 3 : 2);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditional(true, false, false))
                .withMessage("first: tied to second, which is not there, since hassecond is false; give first the same"
                        + " condition, or tie it to what is always there [UnknownParameter]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditional(true, false, true))
                .withMessageContaining("first would begin as second, but there is no parameter second");
    }

    @Test
    void noRuleIsForACopy() {
        Net net = new Net();
        net.parameters(into -> into.copy("first.**", "second.**")
                        .withRules(rule(Layer.class, "weight", ANY_RANK, ones()).using("Ones")))
                .initialize(1);
        assertThat(net.first.weight).containsOnly(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> net.parameters(into -> into.copy("first.**", "second.**")
                        .withRules(rule(Object.class, "first.weight", ANY_RANK, ones())
                                .using("Ones"))))
                .withMessageContaining("RuleMatchesNothing");
    }
}
