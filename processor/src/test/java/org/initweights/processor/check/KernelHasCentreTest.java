package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Layout;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** The identity of a convolution has a kernel of odd sizes. */
class KernelHasCentreTest {

    private final GivenModel net = new GivenModel("Net");
    private final GivenParameter parameter = net.parameter("w").init("@Dirac", dirac());

    @Test
    void acceptsOddSizes() {
        parameter.shape(4, 4, 3, 5);
        assertThat(findings()).isEmpty();
    }

    @Test
    void warnsOfAnEvenSize() {
        parameter.shape(5, 5, 3, 2);
        assertThat(findings())
                .containsExactly(warning(
                        "w.initializer",
                        "w: an even kernel has no centre, so the identity is shifted by half a step; use odd sizes in [5, 5,"
                                + " 3, 2] [EvenKernel]"));
        parameter.shape(5, 5, 2, 3);
        assertThat(findings()).hasSize(1);
    }

    @Test
    void knowsWhereTheKernelIs() {
        parameter.shape(3, 3, 4, 4).layout(Layout.SPATIAL_IN_OUT);
        assertThat(findings()).isEmpty();
        parameter.shape(2, 3, 5, 5);
        assertThat(findings()).hasSize(1);
        parameter.shape(2, 4, 4, 3).layout(Layout.OUT_IN_SPATIAL).stacked(1);
        assertThat(findings()).isEmpty();
    }

    @Test
    void saysNothingOfOtherInitializersNorOfWhatIsNotKnown() {
        parameter.shape("out", 4, 2);
        assertThat(findings()).isEmpty();
        parameter.shape(4, 4, 0);
        assertThat(findings()).isEmpty();
        parameter.shape(4, 4, 2).init("@KaimingNormal", kaimingNormal());
        assertThat(findings()).isEmpty();
    }

    private List<Reported> findings() {
        return net.findings(new KernelHasCentre());
    }
}
