package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Initializers;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
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
        assertThat(findings()).isEmpty();
    }

    @Test
    void acceptsWhatIsNoConvolutionOrSaysThem() {
        net.parameter("linear").shape("out", perGroup()).init("@XavierNormal", Initializers.xavierNormal(1));
        net.parameter("heads").shape("groups", perGroup(), "out").init("@XavierNormal", Initializers.xavierNormal(1));
        net.parameter("said").shape("out", perGroup(), 3).groups(2).init("@XavierNormal", Initializers.xavierNormal(1));
        assertThat(findings()).isEmpty();
    }

    private List<Reported> findings() {
        return net.findings(new GroupsAreSaid());
    }
}
