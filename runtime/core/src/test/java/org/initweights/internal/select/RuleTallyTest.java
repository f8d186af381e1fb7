package org.initweights.internal.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleTallyTest {

    private static final Subject WEIGHT = new Subject("weight", "Linear");

    private final List<SelectionRule<Class<?>>> rules = new ArrayList<>();

    private RuleTallyTest rule(String pattern, int priority, boolean optional) {
        rules.add(new SelectionRule<>(
                "@Rule(\"" + pattern + "\")",
                Object.class,
                NamePattern.of(pattern),
                OptionalInt.empty(),
                Set.of(),
                priority,
                optional));
        return this;
    }

    private RuleTally tally() {
        return new RuleTally(RuleOrder.ofClasses(rules));
    }

    @Test
    void theNarrowestOfTheRulesThatMatchIsTaken() {
        RuleTally tally = rule("**", 0, false)
                .rule("**.weight", 0, false)
                .rule("head.weight", 0, false)
                .tally();

        assertThat(tally.decide(List.of(0, 1, 2), "head.weight", WEIGHT, "")).hasValue(2);
        assertThat(tally.decide(List.of(0, 1), "body.weight", WEIGHT, "")).hasValue(1);
        assertThat(tally.decide(List.of(0), "body.bias", WEIGHT, "")).hasValue(0);
        assertThat(tally.decide(List.of(), "none", WEIGHT, "")).isEmpty();
        assertThat(tally.neverWinning()).isEmpty();
        assertThat(tally.idle()).isEmpty();
        assertThatNoException().isThrownBy(() -> tally.check("parameter", List::of, ""));
    }

    @Test
    void rulesThatCrossAreRefusedByBothTheirNames() {
        RuleTally tally = rule("a.*", 0, false).rule("*.b", 0, false).tally();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.decide(List.of(0, 1), "net.a.b", WEIGHT, "net."))
                .withMessage(
                        "net: @Rule(\"a.*\") and @Rule(\"*.b\") both match net.a.b, and neither is narrower; narrow"
                                + " one of them, or give it a higher priority [AmbiguousRules]");
    }

    @Test
    void twoOfTheSameAreEquallyNarrow() {
        RuleTally tally = rule("*.b", 0, false).rule("*.b", 0, false).tally();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.decide(List.of(0, 1), "a.b", WEIGHT, ""))
                .withMessageContaining("and are equally narrow;")
                .withMessageNotContaining("neither");
    }

    @Test
    void aRuleThatOthersAreAlwaysOverIsNamedWithThem() {
        RuleTally tally = rule("**", 0, false)
                .rule("**.weight", 0, false)
                .rule("*eight", 1, false)
                .tally();
        tally.decide(List.of(0, 1, 2), "weight", WEIGHT, "");
        tally.decide(List.of(0, 2), "height", new Subject("height", "Box"), "");

        assertThat(tally.neverWinning())
                .containsExactly(
                        new RuleFault(
                                "RuleNeverWins",
                                0,
                                "@Rule(\"**\") matches weight of Linear, and height of Box, but @Rule(\"*eight\") has a"
                                        + " higher priority for each; remove it, or give it a higher priority"),
                        new RuleFault(
                                "RuleNeverWins",
                                1,
                                "@Rule(\"**.weight\") matches weight of Linear, but @Rule(\"*eight\") has a higher"
                                        + " priority; remove it, or give it a higher priority"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.check("parameter", List::of, "net."))
                .withMessageStartingWith("net: @Rule(\"**\") matches weight of Linear")
                .withMessageEndingWith("[RuleNeverWins]");
    }

    @Test
    void ofAnEqualPriorityOthersAreOverAsTheNarrower() {
        RuleTally tally = rule("**", 0, false).rule("**.weight", 0, false).tally();
        tally.decide(List.of(0, 1), "weight", WEIGHT, "");

        assertThat(tally.neverWinning())
                .extracting(RuleFault::message)
                .containsExactly(
                        "@Rule(\"**\") matches weight of Linear, but @Rule(\"**.weight\") is narrower; remove it, or"
                                + " give it a higher priority");
    }

    @Test
    void someMayBeNarrowerAndOthersOfAHigherPriority() {
        RuleTally tally = rule("**", 0, false)
                .rule("**.weight", 0, false)
                .rule("**.bias", 1, false)
                .rule("**.scale", -1, false)
                .tally();
        tally.decide(List.of(0, 1), "weight", WEIGHT, "");
        tally.decide(List.of(0, 2), "bias", new Subject("bias", "Linear"), "");

        assertThat(tally.neverWinning())
                .extracting(RuleFault::message)
                .containsExactly("@Rule(\"**\") matches weight and bias of Linear, but @Rule(\"**.weight\") or"
                        + " @Rule(\"**.bias\") is narrower or has a higher priority for each; remove it, or give it a"
                        + " higher priority");
    }

    @Test
    void aRuleThatMatchesNothingIsNamedWithWhatItMayMean() {
        RuleTally tally =
                rule("layers.*.wieght", 0, false).rule("**.bias", 0, false).tally();
        tally.decide(List.of(1), "layers.0.bias", WEIGHT, "");

        assertThat(tally.idle()).containsExactly(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.check("parameter", () -> List.of("layers.0.weight", "layers.0.bias"), ""))
                .withMessage("@Rule(\"layers.*.wieght\") matches no parameter; did you mean \"layers.*.weight\"?"
                        + " [RuleMatchesNothing]");
    }

    /** Those of a list are one kind, with a star for the index. */
    @Test
    void orWithWhatThereIs() {
        RuleTally tally = rule("embedding", 0, false).tally();
        List<String> names = new ArrayList<>(List.of("head.0.weight", "scale"));
        IntStream.range(0, 50).forEach(i -> names.add("layers." + i + ".weight"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.check("parameter", () -> names, ""))
                .withMessageContaining(
                        "matches no parameter; there are [head.0.weight, scale, layers.*.weight]; a rule");
    }

    @Test
    void anOptionalRuleNeedNotDoAnything() {
        RuleTally tally = rule("**", 0, true)
                .rule("none", 0, true)
                .rule("**.weight", 0, false)
                .tally();
        tally.decide(List.of(0, 2), "weight", WEIGHT, "");

        assertThat(tally.idle()).isEmpty();
        assertThatNoException().isThrownBy(() -> tally.check("parameter", List::of, ""));
    }

    @Test
    void subjectsAreGroupedByTheirModels() {
        Subject bias = new Subject("bias", "Linear");
        Subject scale = new Subject("scale", "Norm");
        Subject unknown = new Subject("a.b", "");

        assertThat(Subject.join(List.of(WEIGHT))).isEqualTo("weight of Linear");
        assertThat(Subject.join(List.of(WEIGHT, bias))).isEqualTo("weight and bias of Linear");
        assertThat(Subject.join(List.of(WEIGHT, scale, bias)))
                .isEqualTo("weight and bias of Linear, and scale of Norm");
        assertThat(Subject.join(List.of(unknown, scale))).isEqualTo("a.b, and scale of Norm");
    }

    @Test
    void ofManySubjectsEightAreNamed() {
        String eight = "w0, w1, w2, w3, w4, w5, w6 and w7 of Net";
        assertThat(Subject.join(subjects(8))).isEqualTo(eight);
        assertThat(Subject.join(subjects(9))).isEqualTo(eight + " and 1 other");
        assertThat(Subject.join(subjects(10))).isEqualTo(eight + " and 2 others");
    }

    private static List<Subject> subjects(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Subject("w" + i, "Net"))
                .toList();
    }
}
