package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.util.Map;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Term;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.model.Member;
import org.junit.jupiter.api.Test;

/** A method weighs what its calls, sizes, formulas and slices take. */
class WeightTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void ofNothingIsNothing() {
        assertThat(new Weight().bytes()).isZero();
    }

    @Test
    void ofAParameterIsMoreThanOfASubModel() {
        int subModel = weight(
                new GivenModel("Net").subModel("fc", "Linear").spec().members().get(0));
        assertThat(subModel).isPositive();
        assertThat(weight(given(4).spec())).isGreaterThan(subModel);
    }

    @Test
    void addsUpWhatIsNotShared() {
        Weight both = new Weight();
        both.add(given(4).spec());
        int first = both.bytes();
        both.add(given(5).spec());
        assertThat(both.bytes()).isGreaterThan(first).isLessThanOrEqualTo(first + weight(given(5).spec()));
    }

    @Test
    void growsWithTheTermsOfASize() {
        Dimension twice = new Dimension(
                "2 * n",
                new Term.Binary(
                        Operator.TIMES, new Term.Whole(2), Numbers.size("n").term()));
        assertThat(weight(given(twice).spec())).isGreaterThan(weight(given("n").spec()));
    }

    @Test
    void countsTheComputationOfASizeOnce() {
        int one = weight(given("n").spec());
        int same = weight(given("n", "n").spec());
        int other = weight(given("n", "m").spec());
        assertThat(same).isGreaterThan(one);
        assertThat(other - one).isGreaterThan(2 * (same - one));
    }

    @Test
    void growsWithTheTermsOfAFormula() {
        int one = weight(formula(Quantity.of(Numbers.real("x"))).spec());
        int three = weight(formula(Quantity.of(Numbers.real("x")).dividedBy(Quantity.of(2)))
                .spec());
        assertThat(three - one).isEqualTo(2 * (one - weight(given(4).spec())));
    }

    @Test
    void growsWithEachSlice() {
        int none = weight(given(8).spec());
        int one = weight(given(8).slice(0, 2, "@Ones", ones()).spec());
        int two = weight(given(8).slice(0, 2, "@Ones", ones())
                .slice(4, 6, "@Ones", ones())
                .spec());
        assertThat(one).isGreaterThan(none);
        assertThat(two - one).isEqualTo(one - none);
    }

    private GivenParameter given(Object... sizes) {
        return net.parameter("w").shape(sizes).init("@Zeros", zeros());
    }

    private GivenParameter formula(Quantity value) {
        return given(4).formula("@Constant", "constant", Map.of("value", value));
    }

    private static int weight(Member member) {
        Weight weight = new Weight();
        weight.add(member);
        return weight.bytes();
    }
}
