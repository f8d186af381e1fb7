package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ParameterRulesTest {

    private final Weights weights = Weights.of(w -> w.tensor("stem.weight", constant(7), 4, 2, 3, 3)
                    .tensor("stem.bias", constant(7), 4)
                    .scope(
                            "head",
                            head -> head.tensor("weight", constant(7), 3, 4).tensor("bias", constant(7), 3)))
            .initialize(0);

    private RuledParameters rules(Consumer<ParameterRules> rules) {
        return weights.parameters().withRules(rules);
    }

    @Test
    void aRuleIsForNamesRanksOrConditions() {
        RuledParameters ruled = rules(rules -> rules.named("**.bias", constant(1))
                        .ofRank(4, constant(2))
                        .where(parameter -> parameter.elements() == 12, constant(3)))
                .initialize(1);
        assertThat(weights.floats("stem.bias")).containsOnly(1);
        assertThat(weights.floats("head.bias")).containsOnly(1);
        assertThat(weights.floats("stem.weight")).containsOnly(2);
        assertThat(weights.floats("head.weight")).containsOnly(3);
        assertThat(ruled.untouched()).isEmpty();
    }

    @Test
    void whatNoRuleIsForKeepsItsValues() {
        RuledParameters ruled = rules(rules -> rules.named("bias", zeros())).initialize(1);
        assertThat(weights.floats("head.bias")).containsOnly(0);
        assertThat(weights.floats("head.weight")).containsOnly(7);
        assertThat(ruled.untouched()).extracting(Parameter::name).containsExactly("stem.weight", "head.weight");
        assertThat(ruled.matched()).extracting(Parameter::name).containsExactly("stem.bias", "head.bias");
        assertThat(ruled).hasToString("""
                stem.bias [4]: named("bias") → 0
                head.bias [3]: named("bias") → 0
                stem.weight [4, 2, 3, 3]: no rule
                head.weight [3, 4]: no rule
                """);
    }

    @Test
    void theNarrowestRuleWinsInAnyOrder() {
        RuledParameters ruled = rules(
                rules -> rules.matching(Selection.named("head.*").ofRank(2).where(parameter -> true), constant(5))
                        .all(constant(1))
                        .named("head.*", constant(4))
                        .ofRank(4, constant(3)));
        assertThat(ruled.matched().get("stem.bias").fill().mean()).isEqualTo(1);
        assertThat(ruled.matched().get("stem.weight").fill().mean()).isEqualTo(3);
        assertThat(ruled.matched().get("head.bias").fill().mean()).isEqualTo(4);
        assertThat(ruled.matched().get("head.weight").fill().mean()).isEqualTo(5);
        assertThat(ruled.ruleFor("head.weight")).hasToString("named(\"head.*\").ofRank(2).where(…)");
    }

    @Test
    void aRuleThatNeverWinsIsRefusedUnlessItIsOptional() {
        assertThatThrownBy(() -> rules(
                        rules -> rules.all(constant(1)).ofRank(1, constant(2)).named("*.weight", constant(3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "all() matches stem.weight, stem.bias, head.weight and head.bias, but ofRank(1) or "
                                + "named(\"*.weight\") is narrower for each; remove it, or give it a higher priority [RuleNeverWins]");
        assertThat(rules(rules -> rules.all(constant(1))
                                .optional()
                                .ofRank(1, constant(2))
                                .named("*.weight", constant(3)))
                        .untouched())
                .isEmpty();
        assertThatThrownBy(() -> rules(rules -> rules.named("head.weight", constant(1))
                        .ofRank(2, constant(2))
                        .priority(1)))
                .hasMessage(
                        "named(\"head.weight\") matches head.weight, but ofRank(2).priority(1) has a higher priority; "
                                + "remove it, or give it a higher priority [RuleNeverWins]");
    }

    @Test
    void priorityDecidesWhatIsAmbiguous() {
        assertThatThrownBy(() -> rules(rules -> rules.ofRank(1, constant(1)).named("head.**", constant(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ofRank(1) and named(\"head.**\") both match head.bias, and neither is narrower; "
                        + "narrow one of them, or give it a higher priority [AmbiguousRules]");
        RuledParameters ruled =
                rules(rules -> rules.ofRank(1, constant(1)).priority(1).named("head.**", constant(2)));
        assertThat(ruled.matched().get("head.bias").fill().mean()).isEqualTo(1);
        assertThat(ruled.matched().get("head.weight").fill().mean()).isEqualTo(2);
        assertThatThrownBy(() -> rules(rules -> rules.priority(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("priority is of the rule before it, and there is none");
    }

    @Test
    void aRuleThatMatchesNothingIsRefusedUnlessItIsOptional() {
        assertThatThrownBy(() -> rules(rules -> rules.named("*.wieght", zeros())))
                .hasMessage(
                        "named(\"*.wieght\") matches no parameter; did you mean \"*.weight\"? [RuleMatchesNothing]");
        assertThat(rules(rules -> rules.named("*.wieght", zeros()).optional()).matched())
                .isEmpty();
    }

    @Test
    void whatThereIsInListsIsSaidOnceAndLongListsAreCut() {
        Weights deep = Weights.of(w -> {
            w.tensor("stem.0.weight", ones(), 2);
            for (int i = 0; i < 50; i++) {
                w.tensor("layers." + i + ".1.weight", ones(), 2).tensor("layers." + i + ".norm2", ones(), 2);
            }
        });
        assertThatThrownBy(() -> deep.parameters().withRules(rules -> rules.named("nobody", zeros())))
                .hasMessageContaining("; there are [stem.0.weight, layers.*.*.weight, layers.*.norm2]; a rule that");

        Weights wide = Weights.of(w -> {
            for (char name = 'a'; name <= 'z'; name++) {
                w.tensor(String.valueOf(name), ones(), 2);
            }
        });
        assertThatThrownBy(() -> wide.parameters().withRules(rules -> rules.named("nobody", zeros())))
                .hasMessageContaining(
                        "; there are [a, b, c, d, e, f, g, h, i, j, k, l, … (26 altogether)]; a rule that");
    }

    @Test
    void nothingIsWrittenBeforeAllIsChecked() {
        assertThatThrownBy(() -> rules(rules -> rules.named("bias", zeros()).named("nobody", zeros()))
                        .initialize(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("named(\"nobody\") matches no parameter; there are [stem.weight, stem.bias, head.weight, "
                        + "head.bias]; a rule that need not match is optional [RuleMatchesNothing]");
        assertThatThrownBy(() -> rules(rules -> rules.named("bias", zeros()).ofRank(4, eye()))
                        .initialize(1))
                .isInstanceOf(InitializationException.class)
                .hasMessageContaining("stem.weight");
        assertThatThrownBy(() -> rules(rules -> rules.named("bias", zeros()).named("**.bias", normal()))
                        .initialize(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("named(\"bias\") and named(\"**.bias\") both match stem.bias, and are equally narrow; "
                        + "narrow one of them, or give it a higher priority [AmbiguousRules]");
        assertThat(weights.floats("stem.bias")).containsOnly(7);
    }

    @Test
    void parametersCanBeSelectedAndGivenAnInitializer() {
        Parameters kernels = weights.parameters().named("**.weight").ofRank(4);
        assertThat(kernels).extracting(Parameter::name).containsExactly("stem.weight");
        kernels.with(constant(3)).initialize(1);
        assertThat(weights.floats("stem.weight")).containsOnly(3);
        assertThat(weights.parameters().where(parameter -> parameter.elements() > 1000))
                .isEmpty();
        assertThat(weights.parameters().get("stem.weight").fill().mean()).isEqualTo(7);
    }

    @Test
    void aRuleGivesTheValuesThatTheParameterWouldHaveByItself() {
        rules(rules -> rules.named("head.weight", normal())).initialize(9);
        Weights declared =
                Weights.of(w -> w.tensor("head.weight", normal(), 3, 4)).initialize(9);
        assertThat(weights.floats("head.weight")).isEqualTo(declared.floats("head.weight"));
    }

    @Test
    void contradictingRanksAreRefused() {
        assertThatThrownBy(() -> Selection.all().ofRank(2).ofRank(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no parameter has both the rank 2 and the rank 3");
        assertThatThrownBy(() -> Selection.all().ofRank(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
