package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;

import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.initweights.io.LoadMode;
import org.initweights.io.LoadOptions;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ties and copies among tensors that are declared. */
class TiedWeightsTest {

    private static void model(WeightsBuilder weights) {
        weights.tensor("wte", normal(), 3, 2)
                .tie("head", "wte")
                .scope("target", target -> target.tensor("w", normal(), 2))
                .scope("online", online -> online.tensor("w", normal(), 2))
                .copy("target.**", "online.**");
    }

    @Test
    void haveOneArrayUnderEachName() {
        Weights weights = Weights.of(TiedWeightsTest::model).initialize(1);

        assertThat(weights.floats("head")).isSameAs(weights.floats("wte"));
        assertThat(weights.get("head").names()).containsExactly("wte", "head");
        assertThat(weights.floats("target.w")).isEqualTo(weights.floats("online.w"));
        assertThat(weights.parameters().elements()).isEqualTo(10);
    }

    @Test
    void plansOfThemGiveTheSameFile(@TempDir Path folder) throws Exception {
        Plan.of(TiedWeightsTest::model).initialize(folder.resolve("a.safetensors"), RandomSource.torch(7));
        Weights.of(TiedWeightsTest::model)
                .initialize(RandomSource.torch(7))
                .parameters()
                .save(folder.resolve("b.safetensors"));
        assertThat(folder.resolve("a.safetensors")).hasSameBinaryContentAs(folder.resolve("b.safetensors"));
    }

    @Test
    void tensorsThatAreThereMayBeTiedAndCopied() {
        float[] online = new float[2];
        float[] target = new float[2];
        Parameters parameters = Parameters.of(p -> p.tensor("online", online, normal(), 2)
                .tensor("target", target, zeros(), 2)
                .tie("alias", "online")
                .copy("target", "online"));
        parameters.initialize(1);

        assertThat(target).isEqualTo(online).isNotEqualTo(new float[2]);
        assertThat(parameters.get("alias").name()).isEqualTo("online");
    }

    @Test
    void refuseNamesThatThereAreNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(w -> w.tensor("wte", zeros(), 2).tie("head", "wet")))
                .withMessage("head: tied to wet, but there is no such parameter; did you mean wte? [UnknownParameter]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(
                        w -> w.tensor("wte", zeros(), 2).tie("a", "b").tie("b", "a")))
                .withMessageContaining("TieCycle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(w -> w.tensor("wte", zeros(), 2).tie("wte", "wte")))
                .withMessage("two parameters are named wte");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(
                        w -> w.tensor("a", zeros(), 2).tensor("b", zeros(), 3).copy("a", "b")))
                .withMessageContaining("a is [2], but b is [3]");
    }

    @Test
    void aCopyWhoseSourceIsNotPlannedIsDrawnByItsName(@TempDir Path folder) throws Exception {
        Weights weights = Weights.of(TiedWeightsTest::model).initialize(3);
        Plan some = Plan.of(weights.parameters().named("target.**"));
        Path file = folder.resolve("target.safetensors");
        some.initialize(file, RandomSource.seeded(3));
        Weights read = Weights.of(w -> w.tensor("target.w", zeros(), 2));
        read.parameters().load(file);
        assertThat(read.floats("target.w")).isEqualTo(weights.floats("online.w"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> some.initialize(folder.resolve("x.safetensors"), RandomSource.torch(3)))
                .withMessageStartingWith("target.w: a copy of online.w, which is not in the plan");
    }

    /** The whole, its pieces and the plan as text: a copy starts as what it copies, whatever rule that has by now. */
    @Test
    void copiesFollowTheRulesOfWhatTheyCopy(@TempDir Path folder) throws Exception {
        Weights weights = Weights.of(TiedWeightsTest::model);
        List<Parameters> changed = List.of(
                weights.parameters()
                        .withRules(rules -> rules.all(uniform(3, 4)))
                        .matched(),
                weights.parameters().with(uniform(3, 4)),
                Parameters.of(List.of(
                        weights.get("target.w"), weights.get("online.w").with(uniform(3, 4)), weights.get("wte"))),
                Parameters.of(List.of(
                        Plan.of(weights.parameters())
                                .parameters()
                                .get("online.w")
                                .with(uniform(3, 4)),
                        Plan.of(weights.parameters()).parameters().get("target.w"))));
        for (Parameters parameters : changed) {
            assertThat(parameters.get("target.w").copyOf()).contains("online.w");
            assertThat(parameters.get("target.w").fill())
                    .isEqualTo(parameters.get("online.w").fill());
            Plan plan = Plan.parse(Plan.of(parameters).toJson());
            float[] online = new float[2];
            float[] target = new float[2];
            plan.parameters().get("online.w").draw(0, 2, RandomSource.torch(5), online);
            plan.parameters().get("target.w").draw(0, 2, RandomSource.torch(5), target);
            assertThat(target).isEqualTo(online);
            Path file = folder.resolve("followed.safetensors");
            plan.initialize(file, RandomSource.torch(5));
            Weights read = Weights.of(TiedWeightsTest::model);
            read.parameters().load(file, LoadOptions.of(LoadMode.LENIENT));
            assertThat(read.floats("target.w")).isEqualTo(online).isEqualTo(read.floats("online.w"));
            assertThat(online[0]).isBetween(3f, 4f);
        }
    }

    @Test
    void noRuleIsForACopyOfWhatIsThere() {
        Parameters parameters = Weights.of(TiedWeightsTest::model).parameters();
        RuledParameters ruled = parameters.withRules(rules -> rules.named("online.**", uniform(3, 4)));
        assertThat(ruled.matched().stream().map(Parameter::name)).containsExactly("target.w", "online.w");
        assertThat(ruled.ruleFor("target.w")).isEqualTo(ruled.ruleFor("online.w"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters.withRules(rules -> rules.named("target.*", zeros())))
                .withMessageContaining("matches only copies: target.w begins as a copy of online.w")
                .withMessageEndingWith("[RuleMatchesNothing]");
        assertThat(parameters
                        .withRules(rules ->
                                rules.named("target.*", zeros()).optional().named("wte", zeros()))
                        .untouched()
                        .size())
                .isEqualTo(2);
        // Alone, it is what its owner says it is.
        Parameters alone = parameters.named("target.**");
        assertThat(alone.withRules(rules -> rules.all(zeros()))
                        .matched()
                        .get("target.w")
                        .copyOf())
                .isEmpty();
        assertThat(alone.with(zeros()).get("target.w").copyOf()).isEmpty();
    }

    /** Each rank's file has one tensor for both names, and says so. */
    @Test
    void shardsAndRanksHaveATiedTensorOnce() throws Exception {
        Plan plan = Plan.of(TiedWeightsTest::model);
        RankLayout ranks = plan.ranks(1, 2, rules -> rules.split("wte", 1).replicated("**"));
        for (RankShard rank : ranks.ranks()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            rank.write(Channels.newChannel(bytes), RandomSource.seeded(1));
            assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
                    .contains("\"head\":\"wte\"", "\"wte\":{\"dtype\":\"F32\",\"shape\":[3,1]");
        }
        List<Plan.Shard> shards = plan.shards(SaveOptions.defaults().withShardsOf(24));
        assertThat(shards.stream().flatMap(shard -> shard.names().stream()))
                .containsExactlyInAnyOrder("wte", "online.w", "target.w");
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        plan.writeIndex(Channels.newChannel(index), SaveOptions.defaults().withShardsOf(24));
        assertThat(index.toString(StandardCharsets.UTF_8)).contains("\"wte\"").doesNotContain("head");
    }
}
