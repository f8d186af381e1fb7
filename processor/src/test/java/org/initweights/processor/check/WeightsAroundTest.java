package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import org.initweights.Initializer;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zeros beside what is random start alike, but do not stay so. */
class WeightsAroundTest {

    private final GivenModel net = new GivenModel("Net");

    @ParameterizedTest
    @CsvSource({
        "loraA, loraB",
        "lora_b, lora_a",
        "fcDown, fcUp",
        "up, down",
        "w1, w2",
        "projOut, projIn",
        "in, out",
    })
    void tellTheUnitsOfAFactorApart(String zero, String random) {
        matrix(zero, zeros(), 6, 6);
        matrix(random, normal(0, 1), 6, 6);
        assertThat(net.findings(new MatrixIsNotConstant())).isEmpty();
    }

    @Test
    void tellThoseOfOneMatrixAndAnotherApartByTheirNames() {
        matrix("loraA", zeros(), 6, 6);
        matrix("otherB", normal(0, 1), 6, 6);
        assertWarns("loraA");
    }

    @Test
    void tellThoseOfANarrowProductApart() {
        matrix("first", zeros(), 32, 4);
        matrix("second", normal(0, 1), 4, 64);
        assertThat(net.findings(new MatrixIsNotConstant())).isEmpty();
    }

    @Test
    void tellThoseOfANarrowProductApartInTheOtherLayout() {
        matrix("first", zeros(), 4, 32);
        matrix("second", normal(0, 1), 64, 4);
        assertThat(net.findings(new MatrixIsNotConstant())).isEmpty();
    }

    @Test
    void areNoFactorIfTheyAreNotNarrow() {
        matrix("first", zeros(), 4, 32);
        matrix("second", normal(0, 1), 32, 64);
        assertWarns("first");
    }

    @Test
    void areNoFactorOfAnotherSize() {
        matrix("loraA", zeros(), 4, 32);
        matrix("loraB", normal(0, 1), 5, 33);
        assertWarns("loraA");
    }

    @Test
    void areNoFactorOfSizesThatAreNotKnown() {
        matrix("first", zeros(), "out", 4);
        matrix("second", normal(0, 1), 4, "in");
        assertWarns("first");
    }

    @Test
    void tellTheOtherSideOfAGateApart() {
        matrix("value", zeros(), 4, 32);
        matrix("gateProj", normal(0, 1), 4, 32);
        assertThat(net.findings(new MatrixIsNotConstant())).isEmpty();
    }

    @Test
    void tellAGateApart() {
        matrix("gate", zeros(), 4, 32);
        matrix("value", normal(0, 1), 4, 32);
        assertThat(net.findings(new MatrixIsNotConstant())).isEmpty();
    }

    @Test
    void areNoGateOfAnotherShapeOrWithoutTheName() {
        matrix("gate", zeros(), 4, 32);
        matrix("value", normal(0, 1), 4, 33);
        assertWarns("gate");
        matrix("query", ones(), 4, 32);
        assertThat(net.findings(new MatrixIsNotConstant()))
                .extracting(Reported::place)
                .containsExactly("gate.initializer", "query.initializer");
    }

    @Test
    void areAlikeThemselves() {
        matrix("loraA", zeros(), 6, 6);
        matrix("loraB", zeros(), 6, 6);
        assertThat(net.findings(new MatrixIsNotConstant()))
                .extracting(Reported::place)
                .containsExactly("loraA.initializer", "loraB.initializer");
    }

    @Test
    void helpOnlyZerosAndMatrices() {
        matrix("loraA", ones(), 6, 6);
        matrix("loraB", normal(0, 1), 6, 6);
        assertWarns("loraA");
    }

    @Test
    void areMatricesThemselves() {
        matrix("loraA", zeros(), 6, 6);
        matrix("loraB", normal(0, 1), 6, 6, 3);
        assertWarns("loraA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bias", "relativeBias", "embedding", "pos_emb"})
    void areNotNeededByBiasesAndTables(String name) {
        matrix(name, zeros(), 6, 6);
        assertThat(net.findings(new MatrixIsNotConstant())).isEmpty();
    }

    private void matrix(String name, Initializer rule, Object... sizes) {
        net.parameter(name).shape(sizes).init("@Given", rule);
    }

    private void assertWarns(String name) {
        assertThat(net.findings(new MatrixIsNotConstant()))
                .extracting(Reported::place)
                .containsExactly(name + ".initializer");
    }
}
