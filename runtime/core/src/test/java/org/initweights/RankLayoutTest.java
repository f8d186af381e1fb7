package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RankLayoutTest {

    private final Plan plan = Plan.of(p -> p.tensor("embed.weight", normal(), 10, 4)
            .tensor("layers.0.q_proj.weight", normal(), 8, 4)
            .tensor("layers.0.o_proj.weight", normal(), 4, 8)
            .tensor("norm.weight", ones(), 4)
            .tensor("scale", ones()));

    @Test
    void saysWhatEachRankHolds() {
        RankLayout layout = plan.ranks(
                3,
                2,
                rules -> rules.replicated("**")
                        .split("embed.weight", 0)
                        .split("**.q_proj.weight", 0)
                        .split("**.o_proj.weight", -1));

        assertThat(layout.rank(0, 1).slices())
                .map(ParameterSlice::toString)
                .containsExactly(
                        "embed.weight [5:7, 0:4]",
                        "layers.0.q_proj.weight [4:6, 0:4]",
                        "layers.0.o_proj.weight [0:2, 4:8]",
                        "norm.weight [0:2]",
                        "scale []");
        // Of 4 rows the first two ranks have 2, and the third has none; of 5 it has one.
        assertThat(layout.rank(2, 1).slices())
                .map(ParameterSlice::toString)
                .containsExactly(
                        "embed.weight [9:10, 0:4]",
                        "layers.0.q_proj.weight [8:8, 0:4]",
                        "layers.0.o_proj.weight [4:4, 4:8]",
                        "norm.weight [4:4]",
                        "scale []");
        assertThat(layout.ranks())
                .map(RankShard::fileName)
                .containsExactly(
                        "model-dp0-tp0.safetensors",
                        "model-dp0-tp1.safetensors",
                        "model-dp1-tp0.safetensors",
                        "model-dp1-tp1.safetensors",
                        "model-dp2-tp0.safetensors",
                        "model-dp2-tp1.safetensors");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> layout.rank(0, 2));
    }

    @Test
    void padsWhereItIsAskedTo() {
        ParameterSlice last = plan.ranks(
                        1,
                        4,
                        rules -> rules.replicated("**").split("embed.weight", 0).padded())
                .rank(0, 3)
                .slices()
                .get(0);

        assertThat(last).hasToString("embed.weight [9:10 + 2, 0:4]");
        assertThat(last.shape()).isEqualTo(TensorShape.of(3, 4));
        assertThat(last.from(0)).isEqualTo(9);
        assertThat(last.to(0)).isEqualTo(10);
        double[] drawn = new double[12];
        last.draw(0, 12, RandomSource.seeded(1), drawn);
        double[] row = new double[12];
        plan.parameters().get("embed.weight").draw(36, 4, RandomSource.seeded(1), row);
        assertThat(drawn).containsExactly(row);
    }

    @Test
    void refusesWhatRanksDoNotDivide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranks(rules -> rules.replicated("**").split("embed.weight", 0)))
                .withMessage(
                        "split(\"embed.weight\", 0): embed.weight [10, 4] has 10 on axis 0, which 4 ranks do not divide; pad it"
                                + " with zeros to 12 by .padded(), or split another axis");
    }

    @Test
    void refusesAnAxisThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranks(rules -> rules.replicated("**").split("norm.weight", 1)))
                .withMessage("split(\"norm.weight\", 1): norm.weight [4] has no axis 1; its axes are 0 to 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranks(rules -> rules.replicated("**").split("scale", 0)))
                .withMessage("split(\"scale\", 0): scale [] has no axis 0, since it is a scalar; make it replicated");
    }

    @Test
    void refusesAParameterWithoutRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranks(rules -> rules.split("**.weight", 0).padded()))
                .withMessage(
                        "no rule says how scale [] is laid out; add split or replicated for it, or replicated(\"**\") for all that"
                                + " have no narrower rule");
    }

    @Test
    void refusesRulesThatFightOrMatchNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranks(rules ->
                        rules.replicated("**").split("layers.**.weight", 0).split("**.q_proj.*", 1)))
                .withMessage(
                        "split(\"layers.**.weight\", 0) and split(\"**.q_proj.*\", 1) both match layers.0.q_proj.weight, and neither is"
                                + " narrower; narrow one of them, or give it a higher priority [AmbiguousRules]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranks(rules -> rules.replicated("**").split("**.q_prj.weight", 0)))
                .withMessageStartingWith("split(\"**.q_prj.weight\", 0) matches no parameter; did you mean")
                .withMessageEndingWith("[RuleMatchesNothing]");
        assertThat(ranks(rules ->
                        rules.replicated("**").split("**.k_proj.weight", 0).optional()))
                .hasToString("1 data-parallel and 4 tensor-parallel ranks of 5 parameters");
    }

    @Test
    void refusesWhatIsNoLayout() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.ranks(0, 1, rules -> rules.replicated("**")))
                .withMessage("there cannot be 0 data-parallel and 1 tensor-parallel ranks; give at least 1 of each");
        assertThatIllegalStateException()
                .isThrownBy(() -> ranks(rules -> rules.replicated("**").padded()))
                .withMessage("padded is of the split before it, and replicated(\"**\") splits nothing");
        assertThatIllegalStateException()
                .isThrownBy(() -> ranks(ShardingRules::optional))
                .withMessage("optional is of the rule before it, and there is none");
    }

    private RankLayout ranks(Consumer<ShardingRules> rules) {
        return plan.ranks(1, 4, rules);
    }
}
