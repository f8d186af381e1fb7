package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.util.stream.Stream;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Term;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** What has one element for each channel is no matrix, whatever it is called and however many axes the channels are written on. */
class ChannelValuesTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void areThoseOfAVectorInParts() {
        net.parameter("scale").shape(12, 64).init("@Constant(-0.04)", constant(-0.04));
        assertWarns("scale");
        net.parameter("mix").shape(1, 1, 768).init("@Normal", normal(0, 1));
        assertFine();
    }

    @Test
    void areThoseOfAVectorWhoseSizeIsTheirProduct() {
        net.parameter("scale").shape("heads", "size").init("@Ones", ones());
        net.parameter("other").shape(times("size", "width")).init("@Zeros", zeros());
        assertWarns("scale");
        net.parameter("mix").shape(times("size", "heads")).init("@Zeros", zeros());
        assertFine();
    }

    @Test
    void areAnAxisThatIsWrittenInParts() {
        net.parameter("scale").shape("heads", dividedBy("width", "heads")).init("@Ones", ones());
        assertFine();
    }

    @Test
    void areNoAxisInPartsIfOtherSizesRemain() {
        GivenParameter scale = net.parameter("scale").init("@Ones", ones());
        scale.shape("heads", dividedBy("width", "groups"));
        assertWarns("scale");
        scale.shape(2, dividedBy("width", "groups"));
        assertWarns("scale");
    }

    @Test
    void areTheOutputsOfEachExpert() {
        net.parameter("offset").shape(8, 32).init("@Zeros", zeros());
        GivenParameter experts =
                net.parameter("experts").shape(8, 32, 16).stacked(1).init("@Zeros", zeros());
        assertWarns("offset", "experts");
        experts.init("@Normal", normal(0, 1));
        assertFine();
    }

    @Test
    void areTheOutputsOfAllHeads() {
        net.parameter("offset").shape("heads", "size").init("@Zeros", zeros());
        net.parameter("query").shape(times("heads", "size"), "width").init("@Normal", normal(0, 1));
        assertFine();
    }

    @Test
    void areNotTheInputsOfAWeight() {
        net.parameter("first").shape("heads", "size").init("@Zeros", zeros());
        net.parameter("second").shape("width", times("heads", "size")).init("@Normal", normal(0, 1));
        assertWarns("first");
    }

    @Test
    void areOfABiasThatIsCalledBBesideW() {
        net.parameter("b").shape(10, 64).init("@Zeros", zeros());
        net.parameter("other").shape(64, 32).init("@Normal", normal(0, 1));
        assertWarns("b");
        net.parameter("w").shape(64, 32).init("@Normal", normal(0, 1));
        assertFine();
    }

    @Test
    void areNotThoseOfAWeightThatHasOtherOutputs() {
        net.parameter("b").shape(10, 32).init("@Zeros", zeros());
        net.parameter("w").shape(64, 32).init("@Normal", normal(0, 1));
        assertWarns("b");
    }

    private static Dimension times(String left, String right) {
        return new Dimension(left + " * " + right, new Term.Binary(Operator.TIMES, term(left), term(right)));
    }

    private static Dimension dividedBy(String left, String right) {
        return new Dimension(
                left + " / " + right, new Term.Binary(Operator.EXACTLY_DIVIDED_BY, term(left), term(right)));
    }

    private static Term term(String name) {
        return Numbers.size(name).term();
    }

    private void assertFine() {
        assertThat(net.findings(new MatrixIsNotConstant()))
                .extracting(Reported::message)
                .isEmpty();
    }

    private void assertWarns(String... names) {
        assertThat(net.findings(new MatrixIsNotConstant()))
                .extracting(Reported::place)
                .containsExactly(
                        Stream.of(names).map(name -> name + ".initializer").toArray(String[]::new));
    }
}
