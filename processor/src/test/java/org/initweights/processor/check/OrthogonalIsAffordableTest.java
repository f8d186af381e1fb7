package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** An orthogonal matrix takes 4 · long · short² operations, at most 10¹². */
class OrthogonalIsAffordableTest {

    private final GivenModel net = new GivenModel("Net");
    private final GivenParameter parameter = net.parameter("w").init("@Orthogonal", orthogonal());

    @Test
    void acceptsAMillionMillionOperations() {
        parameter.shape(10_000, 5_000);
        assertThat(findings()).isEmpty();
        parameter.shape(5_000, 10_000);
        assertThat(findings()).isEmpty();
    }

    @Test
    void warnsOfMore() {
        parameter.shape(10_000, 10_000);
        assertThat(findings())
                .containsExactly(warning(
                        "w.initializer",
                        "w: a matrix of 10000 × 10000 takes about 4e12 operations to make orthogonal, which is minutes; at"
                                + " this size @XavierNormal is nearly orthogonal [OrthogonalCost]"));
        parameter.shape(10_000, 5_001);
        assertThat(findings()).hasSize(1);
    }

    @Test
    void countsEachMatrixOfAStack() {
        parameter.shape(9, 3_000, 3_000).stacked(1);
        assertThat(findings()).isEmpty();
        parameter.shape(10, 3_000, 3_000);
        assertThat(findings())
                .singleElement()
                .satisfies(warned -> assertThat(warned.message())
                        .contains("a matrix of 3000 × 3000 takes about 1.08e12 operations"));
    }

    @Test
    void warnsOfMatricesAThousandTimesLongerThanWide() {
        parameter.shape(5_000, 2);
        assertThat(findings())
                .containsExactly(warning(
                        "w.initializer",
                        "w: a matrix of 5000 × 2 is so long that random rows are nearly orthogonal already; @XavierNormal"
                                + " does as well [OrthogonalCost]"));
        parameter.shape(2, 2_001);
        assertThat(findings()).hasSize(1);
        parameter.shape(2, 2_000);
        assertThat(findings()).isEmpty();
    }

    @Test
    void saysNothingOfOtherInitializers() {
        parameter.shape(20_000, 20_000).init("@Normal", normal(0, 1));
        assertThat(findings()).isEmpty();
    }

    private List<Reported> findings() {
        return net.findings(new OrthogonalIsAffordable());
    }
}
