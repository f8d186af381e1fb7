package org.initweights.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.initweights.AxisSlice;
import org.initweights.BaseWeights;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.WeightsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitReportTest {

    /** Every kind of fill and type of element. */
    static void everything(WeightsBuilder w) {
        w.tensor("normal", normal(0.1, 2), 100, 300)
                .tensor("uniform", uniform(-3, 1), 100, 300)
                .tensor("kaiming", kaimingUniform(), 64, 32, 3, 3)
                .tensor("truncated", truncNormal(0, 0.02, -0.04, 0.04), 100, 300)
                .tensor("tail", truncNormal(0, 1, 4, 9), 100, 300)
                .tensor("flat", truncNormal(0, 1e30, -2, 2), 100, 300)
                .tensor("lecun", lecunNormal(), 100, 300)
                .tensor("orthogonal", orthogonal(), 100, 300)
                .tensor("delta", deltaOrthogonal(), 40, 30, 3, 3)
                .tensor("sparse", sparse(0.3), 100, 300)
                .tensor("eye", eye(), 100, 300)
                .tensor("dirac", dirac(), 16, 16, 3, 3)
                .tensor("sliced", normal(0, 1).withRows(0, 10, ones()), 100, 30)
                .tensor("columns", normal(0, 1).withSlice(AxisSlice.of(1, 1, 30).withStep(3), uniform(5, 6)), 100, 30)
                .tensor(
                        "heads",
                        xavierUniform().withSlice(AxisSlice.of(0, 5, 10).withEvery(20), zeros()),
                        100,
                        30)
                .tensor("half", TensorShape.of(100, 300), DType.F16, normal(0, 0.02))
                .tensor("brain", TensorShape.of(100, 300), DType.BF16, xavierUniform())
                .tensor("constant", TensorShape.of(300), DType.BF16, constant(0.1))
                .tensor("double", TensorShape.of(100, 300), DType.F64, xavierNormal())
                .tensor("few", normal(0, 1), 17)
                .tensor("one", normal(0, 1), 1)
                .tensor("scalar", ones())
                .tensor("empty", normal(0, 1), 0, 5)
                .tensor("bias", zeros(), 300);
    }

    /** 40 models with a false alarm in one of 10,000: the probability that this test fails by chance is 0.004. */
    @Test
    void rightModelsHaveNoWarning() {
        Weights weights = Weights.of(InitReportTest::everything);
        for (int seed = 0; seed < 40; seed++) {
            weights.initialize(seed);
            ReportOptions options =
                    ReportOptions.defaults().withFalseAlarms(1e-4).withSpectrumLimit(0);
            assertThat(InitReport.of(weights.parameters(), options).warnings()).isEmpty();
        }
    }

    /** What a file says is not known before; copies of zeros are right, too. */
    @Test
    void whatBeginsWithAStoredTensorIsReportedWithoutExpectations(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("base.safetensors");
        Weights.of(w -> w.tensor("weight", normal(0.02, 0.15), 100, 80).tensor("bias", zeros(), 300))
                .initialize(1)
                .parameters()
                .save(file);
        BaseWeights base = from(file);
        Weights weights = Weights.of(w -> w.tensor("weight", base.copy("weight"), 100, 80)
                        .tensor("half", TensorShape.of(100, 80), DType.F16, base.copy("weight"))
                        .tensor("more", base.resized("weight"), 110, 80)
                        .tensor("rest", base.olora("weight", 4, 1).residual(), 100, 80)
                        .tensor("wide", base.widened("h", 1).outChannels("weight"), 150, 80)
                        .tensor("sliced", base.copy("weight").withRows(0, 2, zeros()), 100, 80)
                        .tensor("bias", base.copy("bias"), 300))
                .initialize(1);
        InitReport report = InitReport.of(weights.parameters());
        assertThat(report.warnings()).isEmpty();
        assertThat(report.html())
                .contains("copied from weight of base.safetensors")
                .doesNotContain("NaN");
        assertThat(report.text())
                .contains("copied from weight of base.safetensors")
                .doesNotContain("NaN");
        assertThat(report.png()).isNotEmpty();
        assertThat(ParameterTable.of(weights.parameters()).toString()).doesNotContain("NaN");
    }

    /**
     * With a false alarm in each second report, 200 reports have one in 100 at most; three deviations of that, 21, make a probability of
     * 0.001 that this test fails by chance. Without corrections for the number of tests nearly every report had one.
     */
    @Test
    void falseAlarmsAreAsRareAsAskedFor() {
        Weights weights = Weights.of(w -> {
            for (int i = 0; i < 10; i++) {
                w.tensor("normal" + i, normal(0, 1), 1000).tensor("uniform" + i, uniform(0, 1), 50, 20);
            }
        });
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            weights.initialize(seed);
            ReportOptions options =
                    ReportOptions.defaults().withFalseAlarms(0.5).withSpectrumLimit(0);
            alarms += InitReport.of(weights.parameters(), options).warnings().isEmpty() ? 0 : 1;
        }
        assertThat(alarms).isBetween(20, 121);
    }

    @Test
    void warnsOfWhatWasNeverInitialised() {
        assertOnlyWarning("NeverInitialized", normal(0, 0.02), values -> Arrays.fill(values, 0));
    }

    @Test
    void warnsOfAConstantMatrix() {
        assertOnlyWarning("ConstantMatrix", normal(0, 0.02), values -> Arrays.fill(values, 0.3f));
        assertOnlyWarning("ConstantMatrix", ones(), values -> {});
    }

    @Test
    void warnsOfNumbersThatAreNone() {
        assertOnlyWarning("NotFinite", normal(0, 0.02), values -> values[7] = Float.NaN);
        assertOnlyWarning("NotFinite", normal(0, 0.02), values -> values[7] = Float.NEGATIVE_INFINITY);
    }

    @Test
    void warnsOfAStandardDeviationThatIsTwoPerCentOff() {
        assertOnlyWarning("SpreadOff", normal(0, 0.02), values -> scale(values, 1.02f));
        assertOnlyWarning("SpreadOff", uniform(-1, 1), values -> scale(values, 0.98f));
        assertOnlyWarning("SpreadOff", orthogonal(), values -> scale(values, 0.9f));
    }

    @Test
    void warnsOfAMean() {
        assertOnlyWarning("MeanOff", normal(0, 1), values -> shift(values, 0.02f));
    }

    @Test
    void warnsOfAnotherDistributionOfTheSameMoments() {
        Weights uniform = Weights.of(w -> w.tensor("w", uniform(-Math.sqrt(3), Math.sqrt(3)), 300, 400))
                .initialize(1);
        assertOnlyWarning(
                "DistributionOff",
                normal(0, 1),
                values -> System.arraycopy(uniform.floats("w"), 0, values, 0, values.length));
    }

    @Test
    void warnsOfElementsOutOfBounds() {
        assertOnlyWarning("OutOfBounds", uniform(-1, 1), values -> values[5] = 1.01f);
    }

    @Test
    void warnsOfWhatAHalfFormatRoundsToZero() {
        Weights weights = Weights.of(w -> w.tensor("w", TensorShape.of(300, 400), DType.F16, normal(0, 3e-8)))
                .initialize(1);
        assertThat(kinds(InitReport.of(weights.parameters()))).containsExactly("Underflow");
    }

    @Test
    void warnsOfASignalThatVanishesOrExplodes() {
        assertThat(kinds(InitReport.of(layers(0.001).parameters())))
                .containsExactly("SignalVanishes", "SignalVanishes");
        assertThat(kinds(InitReport.of(layers(1).parameters()))).containsExactly("SignalExplodes", "SignalExplodes");
        assertThat(kinds(InitReport.of(layers(0.06).parameters()))).isEmpty();
    }

    @Test
    void reportsOnTensorsOfWhichNothingIsExpected() {
        Weights weights = Weights.of(
                        w -> w.tensor("trained", normal(0, 1), 30, 40).tensor("zero", zeros(), 30, 40))
                .initialize(1);
        List<ReportTensor> tensors = weights.parameters().stream()
                .map(parameter -> (ReportTensor) new Unknown(ReportTensor.of(parameter)))
                .toList();
        InitReport report = InitReport.of(tensors, ReportOptions.defaults());
        assertThat(report.warnings())
                .extracting(Warning::toString)
                .containsExactly(
                        "zero: all 1,200 elements are 0, so no gradient tells its units apart [NeverInitialized]");
        assertThat(report.parameters().get(0).fit()).isEmpty();
        assertThat(report.html()).contains("nothing is known of what was expected");
    }

    @Test
    void textHasWarningsBeforeTheTable() {
        Weights weights = Weights.of(w -> w.tensor("w", normal(0, 1), 20, 20).tensor("v", uniform(0, 1), 4000));
        weights.get("v").initialize(org.initweights.RandomSource.seeded(1));
        String text = InitReport.of(
                        weights.parameters(),
                        ReportOptions.defaults().withTitle("Net").withNote("seed 1"))
                .toString();
        assertThat(text).startsWith("""
                Net
                seed 1
                2 parameters · 4,400 elements · 17.6 KB · F32

                Warnings
                  w: all 400 elements are 0, but should be N(0, 1²); was it initialised? [NeverInitialized]

                parameter  shape""");
        assertThat(text.lines().toList().get(9)).matches("v +\\[4000] +U\\[0, 1\\) +[▅▆▇█]{16} .*");
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        ReportOptions options = ReportOptions.defaults();
        assertThatThrownBy(() -> options.withSampleSize(3)).hasMessage("sampleSize = 3; use 100 or more");
        assertThatThrownBy(() -> options.withSpectrumLimit(-1)).hasMessageContaining("spectrumLimit = -1");
        assertThatThrownBy(() -> options.withFalseAlarms(Double.NaN)).hasMessageContaining("falseAlarms = NaN");
    }

    private static Weights layers(double std) {
        return Weights.of(w -> {
                    for (int i = 0; i < 4; i++) {
                        w.tensor("layer" + i, normal(0, std), 200, 200);
                    }
                })
                .initialize(1);
    }

    private static void scale(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static void shift(float[] values, float step) {
        for (int i = 0; i < values.length; i++) {
            values[i] += step;
        }
    }

    private static void assertOnlyWarning(String id, org.initweights.Initializer initializer, Consumer<float[]> fault) {
        Weights weights = Weights.of(w -> w.tensor("w", initializer, 300, 400)).initialize(2);
        fault.accept(weights.floats("w"));
        assertThat(kinds(InitReport.of(weights.parameters()))).containsExactly(id);
    }

    private static List<String> kinds(InitReport report) {
        return report.warnings().stream().map(warning -> warning.kind().id()).toList();
    }

    /** A tensor of a checkpoint, which does not say how it started. */
    private record Unknown(ReportTensor tensor) implements ReportTensor {

        @Override
        public String name() {
            return tensor.name();
        }

        @Override
        public TensorShape shape() {
            return tensor.shape();
        }

        @Override
        public DType dtype() {
            return tensor.dtype();
        }

        @Override
        public Optional<Fill> fill() {
            return Optional.empty();
        }

        @Override
        public void read(long from, int count, double[] target) {
            tensor.read(from, count, target);
        }
    }
}
