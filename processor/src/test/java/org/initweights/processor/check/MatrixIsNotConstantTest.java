package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import org.initweights.Layout;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** Units that start alike stay alike, unless the user says that they are meant to. */
class MatrixIsNotConstantTest {

    private final GivenModel net = new GivenModel("Net");
    private final GivenParameter parameter = net.parameter("w");

    @Test
    void warnsOfSeveralUnitsInAndOut() {
        assertWarns(parameter.shape(4, 5).init("@Zeros", zeros()));
        assertWarns(parameter.shape(2, 2).init("@Constant(0.1)", constant(0.1)));
        assertWarns(parameter.shape("out", "in").init("@Ones", ones()));
    }

    @Test
    void saysWhatZerosMayBeFor() {
        String problem =
                "w: a whole matrix of one value, [4, 5], makes its units alike until something else tells them apart;"
                        + " draw it at random, ";
        String vectors = "or, if each row is a vector by itself, say @Shape(stacked = 1) [Symmetry]";
        parameter.shape(4, 5).init("@Zeros", zeros());
        assertThat(net.findings(new MatrixIsNotConstant()))
                .extracting(Reported::message)
                .containsExactly(problem
                        + "say what the zeros are for with an annotation of its own, such as @ZeroInitResidual, "
                        + vectors);
        parameter.init("@Ones", ones());
        assertThat(net.findings(new MatrixIsNotConstant()))
                .extracting(Reported::message)
                .containsExactly(problem + vectors);
    }

    @Test
    void warnsOfSeveralUnitsWhateverTheLayout() {
        assertWarns(parameter.shape(1, 4, 5).layout(Layout.SPATIAL_IN_OUT).init("@Zeros", zeros()));
        assertFine(parameter.shape(4, 1, 5).layout(Layout.SPATIAL_IN_OUT).init("@Zeros", zeros()));
        assertFine(parameter.shape(4, 5, 1).layout(Layout.SPATIAL_IN_OUT).init("@Zeros", zeros()));
    }

    @Test
    void warnsOfEachMatrixOfAStack() {
        assertWarns(parameter.shape(1, 4, 5).stacked(1).init("@Zeros", zeros()));
        assertFine(parameter.shape(4, 1, 5).stacked(1).init("@Zeros", zeros()));
        assertFine(parameter.shape(4, 5, 1).stacked(1).init("@Zeros", zeros()));
        assertFine(parameter.shape(4, 5).stacked(1).init("@Zeros", zeros()));
    }

    @Test
    void acceptsOneUnitInOrOut() {
        assertFine(parameter.shape(1, 5).init("@Zeros", zeros()));
        assertFine(parameter.shape(5, 1).init("@Ones", ones()));
        assertFine(parameter.shape(5).init("@Ones", ones()));
    }

    @Test
    void acceptsWhatIsDrawn() {
        assertFine(parameter.shape(4, 5).init("@Normal", normal(0, 1)));
    }

    @Test
    void acceptsZerosWithANameOfTheirOwn() {
        assertFine(parameter.shape(4, 5).composed("@Head", zeros()));
        assertWarns(parameter.shape(4, 5).composed("@Head", ones()));
    }

    @Test
    void acceptsAMatrixWhoseRowsDiffer() {
        assertFine(parameter.shape(4, 5).init("@Zeros", zeros()).slice(0, 1, "@Ones", ones()));
    }

    private void assertWarns(GivenParameter given) {
        assertThat(net.findings(new MatrixIsNotConstant()))
                .as("%s", given.spec())
                .singleElement()
                .satisfies(warned -> {
                    assertThat(warned.place()).isEqualTo("w.initializer");
                    assertThat(warned.message()).startsWith("w: ").endsWith("[Symmetry]");
                });
    }

    private void assertFine(GivenParameter given) {
        assertThat(net.findings(new MatrixIsNotConstant()))
                .as("%s", given.spec())
                .extracting(Reported::message)
                .isEmpty();
    }
}
