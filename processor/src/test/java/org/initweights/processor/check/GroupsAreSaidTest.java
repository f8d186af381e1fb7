package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import java.util.Map;
import org.initweights.Initializers;
import org.initweights.Layout;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Term;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** A convolution whose channels are divided by a size says its groups, where its fans depend on them. */
class GroupsAreSaidTest {

    private final GivenModel net = new GivenModel("Net");

    private static Dimension perGroup() {
        return new Dimension(
                "in / groups",
                new Term.Binary(
                        Operator.EXACTLY_DIVIDED_BY,
                        new Term.Variable(Numbers.variable("in")),
                        new Term.Variable(Numbers.variable("groups"))));
    }

    @Test
    void warnsOfAConvolutionWhoseFanOutCountsAllGroups() {
        net.parameter("w").shape("out", perGroup(), 3).init("@XavierNormal", Initializers.xavierNormal(1));
        assertThat(findings())
                .containsExactly(warning(
                        "w.shape",
                        "w: [out, in / groups, 3] divides channels by groups, but no groups are said, so the fans are those of"
                                + " all groups together; add groupsOf = \"groups\", or groups = 1 if there are none"
                                + " [UnsaidGroups]"));
    }

    @Test
    void acceptsRulesThatDoNotCountThem() {
        net.parameter("fanIn").shape("out", perGroup(), 3).init("@LecunNormal", Initializers.lecunNormal());
        net.parameter("zeros").shape("out", perGroup(), 3).init("@Zeros", Initializers.zeros());
        net.parameter("refused").shape("out", perGroup(), 3).init("@Eye", Initializers.eye());
        assertThat(findings()).isEmpty();
    }

    @Test
    void acceptsWhatIsNoConvolutionOrSaysThem() {
        net.parameter("linear").shape("out", perGroup()).init("@XavierNormal", Initializers.xavierNormal(1));
        net.parameter("heads").shape("groups", perGroup(), "out").init("@XavierNormal", Initializers.xavierNormal(1));
        net.parameter("said").shape("out", perGroup(), 3).groups(2).init("@XavierNormal", Initializers.xavierNormal(1));
        assertThat(findings()).isEmpty();
    }

    /** Of a stack, each weight is what it is without it. */
    @Test
    void looksAtOneWeightOfAStack() {
        net.parameter("linear")
                .shape("n", "out", perGroup())
                .stacked(1)
                .init("@XavierNormal", Initializers.xavierNormal(1));
        assertThat(findings()).isEmpty();
        net.parameter("conv")
                .shape("n", "out", perGroup(), 3)
                .stacked(1)
                .init("@XavierNormal", Initializers.xavierNormal(1));
        assertThat(findings()).extracting(Reported::place).containsExactly("conv.shape");
    }

    /** Whoever computes with the channels of all groups may mean those of one. */
    @Test
    void warnsOfAFormulaWithTheChannelsOfAllGroups() {
        net.parameter("size").shape("out", perGroup(), 3).formula("@Normal", "normal", std(size("out")));
        net.parameter("quotient")
                .shape("out", perGroup(), 3)
                .formula(
                        "@Normal",
                        "normal",
                        std(Quantity.of(Numbers.real("scale")).dividedBy(size("out"))));
        net.parameter("layout")
                .shape(3, perGroup(), "out")
                .layout(Layout.SPATIAL_IN_OUT)
                .formula("@Normal", "normal", std(size("out")));
        net.parameter("stack")
                .shape("n", 3, perGroup(), "out")
                .stacked(1)
                .layout(Layout.SPATIAL_IN_OUT)
                .formula("@Normal", "normal", std(size("out")));
        assertThat(findings())
                .extracting(Reported::place)
                .containsExactly("size.shape", "quotient.shape", "layout.shape", "stack.shape");
    }

    @Test
    void acceptsFormulasWithoutThem() {
        net.parameter("in").shape("out", perGroup(), 3).formula("@Normal", "normal", std(size("in")));
        net.parameter("scale")
                .shape("out", perGroup(), 3)
                .formula("@Normal", "normal", std(Quantity.of(Numbers.real("scale"))));
        net.parameter("stack").shape("n", "out", perGroup(), 3).stacked(1).formula("@Normal", "normal", std(size("n")));
        net.parameter("own").shape("out", perGroup(), 3).unknown("@InitWith(Own.class)");
        assertThat(findings()).isEmpty();
    }

    private static Map<String, Quantity> std(Quantity quantity) {
        return Map.of("std", quantity);
    }

    private static Quantity size(String name) {
        return Quantity.of(Numbers.size(name));
    }

    private List<Reported> findings() {
        return net.findings(new GroupsAreSaid());
    }
}
