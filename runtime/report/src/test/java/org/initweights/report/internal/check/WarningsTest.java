package org.initweights.report.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.report.Elements;
import org.initweights.report.Histogram;
import org.initweights.report.Moments;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.junit.jupiter.api.Test;

/** Checks on numbers written by hand, as if they had been measured. */
class WarningsTest {

    private static final TensorShape SHAPE = TensorShape.of(100, 100);
    private static final Fill NORMAL = new NormalFill(0, 1);
    private static final Fill UNIFORM = new UniformFill(-1, 1);

    private static ParameterReport measured(
            Fill fill, double mean, double std, double min, double max, long notANumber) {
        long finite = SHAPE.elements() - notANumber;
        return new ParameterReport(
                "w",
                SHAPE,
                DType.F32,
                Optional.of(fill),
                new Elements(new Moments(finite, mean, std, 0, 0), min, max, 0, notANumber, 0),
                new Histogram(min, max, List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> ids(ParameterReport... parameters) {
        return Warnings.of(List.of(parameters), 1e-3).stream()
                .map(Warning::kind)
                .map(kind -> kind.id())
                .toList();
    }

    @Test
    void theFirstCheckThatFindsSomethingSpeaksAlone() {
        assertThat(ids(measured(UNIFORM, 40, 30, -2, 90, 1))).containsExactly("NotFinite");
        assertThat(ids(measured(UNIFORM, 40, 30, -2, 90, 0))).containsExactly("OutOfBounds");
        assertThat(ids(measured(NORMAL, 0.2, 2, -8, 8, 0))).containsExactly("SpreadOff");
    }

    /** The mean of 10,000 normals has a standard deviation of 0.01; with 3 tests 3.59 of them are one false alarm in 1,000. */
    @Test
    void aMeanIsOffWhereChanceEnds() {
        assertThat(ids(measured(NORMAL, 0.0355, 1, -4, 4, 0))).isEmpty();
        assertThat(ids(measured(NORMAL, -0.0365, 1, -4, 4, 0))).containsExactly("MeanOff");
    }

    /** With more parameters, more may be off by chance. */
    @Test
    void manyParametersWidenWhatChanceExplains() {
        ParameterReport off = measured(NORMAL, 0.0365, 1, -4, 4, 0);
        ParameterReport good = measured(NORMAL, 0, 1, -4, 4, 0);
        assertThat(ids(off)).containsExactly("MeanOff");
        assertThat(ids(off, good, good)).isEmpty();
    }

    @Test
    void roundedBoundsAreWithinBounds() {
        assertThat(ids(measured(UNIFORM, 0, Math.sqrt(1.0 / 3), -1, 1 + 1e-7, 0)))
                .isEmpty();
        assertThat(ids(measured(UNIFORM, 0, Math.sqrt(1.0 / 3), -1, 1 + 1e-6, 0)))
                .containsExactly("OutOfBounds");
    }
}
