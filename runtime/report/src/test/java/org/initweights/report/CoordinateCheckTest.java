package org.initweights.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.mupHidden;
import static org.initweights.Initializers.mupInput;
import static org.initweights.Initializers.mupOutput;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.initweights.FanMode;
import org.initweights.ForwardPath;
import org.initweights.HalfFormat;
import org.initweights.Initializer;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.Optimizer;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoordinateCheckTest {

    private static final List<Integer> WIDTHS = List.of(64, 256, 1024, 4096);
    private static final List<Integer> SOME = List.of(64, 256, 1024);
    private static final int DATA = 32;
    private static final int CLASSES = 10;
    private static final double GAIN = Math.sqrt(2);

    private static ForwardPath mlp(int width, Initializer in, Initializer hidden, Initializer out) {
        Parameters parameters = Parameters.of(p -> p.tensor("in", new float[width * DATA], in, width, DATA)
                .tensor("first", new float[width * width], hidden, width, width)
                .tensor("second", new float[width * width], hidden, width, width)
                .tensor("out", new float[CLASSES * width], out, CLASSES, width));
        return ForwardPath.of(parameters)
                .then("in", Nonlinearity.LINEAR)
                .then("first", Nonlinearity.RELU)
                .then("second", Nonlinearity.RELU)
                .then("out", Nonlinearity.RELU);
    }

    private static ForwardPath mup(int width) {
        return mlp(width, mupInput(64), mupHidden(GAIN, 64), mupOutput(GAIN, 64));
    }

    private static ForwardPath kaiming(int width) {
        Initializer kaiming = kaimingNormal(FanMode.FAN_IN, Nonlinearity.RELU);
        return mlp(width, kaimingNormal(FanMode.FAN_IN, Nonlinearity.LINEAR), kaiming, kaiming);
    }

    private static CoordinateOptions small() {
        return CoordinateOptions.defaults().withInputs(4).withDraws(1);
    }

    private static CoordinateOptions step(Optimizer optimizer) {
        return small().withStep(new TrainingStep(optimizer, optimizer == Optimizer.ADAM ? 1e-3 : 0.01));
    }

    private static void refuses(IntFunction<ForwardPath> model, CoordinateOptions options, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoordinateCheck.of(List.of(8, 16), model, options))
                .withMessageContaining(message);
    }

    private static ForwardPath two(int[] first, int[] second) {
        return ForwardPath.of(Parameters.of(
                        p -> p.tensor("a", new float[first[0] * first[1]], ones(), first[0], first[1])
                                .tensor("b", new float[second[0] * second[1]], ones(), second[0], second[1])))
                .then("a", Nonlinearity.LINEAR)
                .then("b", Nonlinearity.LINEAR);
    }

    /** No chance in it: the seed is fixed. */
    @Test
    void maximalUpdateParametrizationIsStableFrom64To4096AtTheStartAndAfterAStep() {
        CoordinateCheck check = CoordinateCheck.of(WIDTHS, CoordinateCheckTest::mup, step(Optimizer.ADAM));
        assertThat(check.initial()).extracting(LayerCoordinates::layer).containsExactly("in", "first", "second", "out");
        assertThat(check.initial().subList(0, 3))
                .allSatisfy(layer -> assertThat(layer.spread()).isLessThan(1.5));
        assertThat(check.initial().get(3).verdict()).isEqualTo(CoordinateVerdict.SHRINKS);
        assertThat(check.initial().get(3).exponent()).isCloseTo(-0.5, within(0.1));
        assertThat(check.change())
                .allSatisfy(layer -> assertThat(layer.spread()).isLessThan(1.5));
        assertThat(check.passes()).isTrue();
    }

    @Test
    void maximalUpdateParametrizationIsStableAfterAStepOfSgd() {
        CoordinateCheck check = CoordinateCheck.of(
                SOME, CoordinateCheckTest::mup, step(Optimizer.SGD).withDraws(10));
        assertThat(check.passes()).as(check.text()).isTrue();
    }

    /** σ √DATA at the first layer, and a factor of σ √n at each that follows: exponents 0, 1/2, 1 and 3/2. */
    @Test
    void theSameDeviationAtEveryWidthGrowsByTheRootOfTheWidthPerLayer() {
        double std = 0.05;
        CoordinateCheck check = CoordinateCheck.of(
                SOME,
                width -> {
                    ForwardPath mlp = mlp(width, normal(0, std), normal(0, std), normal(0, std));
                    ForwardPath linear = ForwardPath.of(mlp.parameters());
                    for (ForwardPath.Step step : mlp.steps()) {
                        linear = linear.then(step.weight().name(), Nonlinearity.LINEAR);
                    }
                    return linear;
                },
                small().withInputs(64).withDraws(4));
        for (int l = 0; l < 4; l++) {
            LayerCoordinates layer = check.initial().get(l);
            assertThat(layer.exponent()).isCloseTo(l / 2.0, within(0.05));
            for (int w = 0; w < SOME.size(); w++) {
                double expected = std * Math.sqrt(DATA) * Math.pow(std * Math.sqrt(SOME.get(w)), l);
                assertThat(layer.sizes().get(w)).isCloseTo(expected, within(0.15 * expected));
            }
        }
        assertThat(check.initial()).extracting(LayerCoordinates::passes).containsExactly(true, false, false, false);
        assertThat(check.passes()).isFalse();
    }

    /** What the fan keeps at the start, a step of Adam at one learning rate for all widths does not: 1/2 or more of each layer's exponent. */
    @Test
    void theUsualParametrizationIsStableAtTheStartAndGrowsByAStep() {
        CoordinateCheck check = CoordinateCheck.of(
                SOME, CoordinateCheckTest::kaiming, step(Optimizer.ADAM).withDraws(10));
        assertThat(check.initial()).allMatch(LayerCoordinates::passes);
        assertThat(check.change().subList(1, 4))
                .allSatisfy(layer -> assertThat(layer.verdict()).isEqualTo(CoordinateVerdict.GROWS))
                .allSatisfy(layer -> assertThat(layer.exponent()).isGreaterThan(0.5));
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void anOutputThatStartsAsZeroHidesWhatTheOthersLearn(Optimizer optimizer) {
        CoordinateCheck check = CoordinateCheck.of(
                List.of(16, 64),
                width -> mlp(width, mupInput(16), mupHidden(GAIN, 16), mupOutput(0, 16)),
                step(optimizer));
        assertThat(check.initial().get(3).judgement()).isEqualTo("0 at every width, as it may");
        assertThat(check.initial()).allMatch(LayerCoordinates::passes);
        assertThat(check.change().subList(0, 3))
                .allSatisfy(layer -> assertThat(layer.judgement()).isEqualTo("0 at every width"));
        assertThat(check.change().get(3).verdict()).isEqualTo(CoordinateVerdict.STABLE);
        assertThat(check.passes()).isFalse();
    }

    @Test
    void aPathThatEndsInsideTheModelMayNotShrink() {
        CoordinateCheck check = CoordinateCheck.of(
                List.of(16, 256),
                width -> ForwardPath.of(two(new int[] {width, 4}, new int[] {width, width})
                                .parameters()
                                .with(normal(0, 1.0 / width)))
                        .then("a", Nonlinearity.LINEAR)
                        .then("b", Nonlinearity.LINEAR),
                small());
        assertThat(check.initial().get(1).judgement()).isEqualTo("shrinks");
        assertThat(check.passes()).isFalse();
    }

    @Test
    void changesMayConvergeButNotGoOnToShrink() {
        List<Integer> widths = List.of(64, 256, 1024);
        for (CoordinateDemand demand : CoordinateDemand.values()) {
            LayerCoordinates converges = new LayerCoordinates("a", widths, List.of(4.0, 2.2, 1.8), demand, 1.5);
            assertThat(converges.verdict()).isEqualTo(CoordinateVerdict.LEVELS_OFF);
            assertThat(converges.passes()).isEqualTo(demand != CoordinateDemand.STABLE);
            LayerCoordinates shrinks = new LayerCoordinates("a", widths, List.of(4.0, 2.0, 1.0), demand, 1.5);
            assertThat(shrinks.verdict()).isEqualTo(CoordinateVerdict.SHRINKS);
            assertThat(shrinks.passes()).isEqualTo(demand == CoordinateDemand.BOUNDED);
            LayerCoordinates grows = new LayerCoordinates("a", widths, List.of(2.0, 1.0, 1.7), demand, 1.5);
            assertThat(grows.verdict()).isEqualTo(CoordinateVerdict.GROWS);
            assertThat(grows.passes()).isFalse();
            LayerCoordinates two = new LayerCoordinates("a", List.of(1, 1000), List.of(1.6, 1.0), demand, 1.5);
            assertThat(two.verdict()).isEqualTo(CoordinateVerdict.SHRINKS);
        }
    }

    /** With one rate for all widths, what SGD changes in the first layer of the usual parametrization goes as 1 / √width. */
    @Test
    void seesWhatLearnsLessAndLess() {
        CoordinateCheck check = CoordinateCheck.of(
                SOME, CoordinateCheckTest::kaiming, step(Optimizer.SGD).withDraws(10));
        assertThat(check.change().get(0).judgement()).isEqualTo("shrinks");
        assertThat(check.change().get(0).exponent()).isCloseTo(-0.5, within(0.1));
        assertThat(check.passes()).isFalse();
    }

    @Test
    void refusesWidthsThatCannotBeCompared() {
        for (List<Integer> widths : List.of(List.of(64), List.of(64, 128, 64), List.of(0, 64), List.<Integer>of())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CoordinateCheck.of(widths, CoordinateCheckTest::mup))
                    .withMessageContaining("widths = " + widths);
        }
    }

    @Test
    void refusesModelsThatHaveNoPlainPath() {
        refuses(
                width -> ForwardPath.of(Parameters.of(p -> {})),
                small(),
                "width 8: the path has no weight; name them in @SignalPath");
        refuses(
                width -> ForwardPath.of(
                                Parameters.of(p -> p.tensor("conv", new float[9 * width], ones(), width, 1, 3, 3)))
                        .then("conv", Nonlinearity.LINEAR),
                small(),
                "width 8: conv: a plain forward pass takes matrices, one weight each, and this has the shape [8, 1, 3, 3]");
        refuses(
                width -> two(new int[] {width, 3}, new int[] {5, 2 * width}),
                small(),
                "width 8: b: takes 16 inputs, but a before it gives 8");
    }

    @Test
    void refusesModelsThatDifferInMoreThanTheirWidth() {
        refuses(
                width -> {
                    ForwardPath path = two(new int[] {width, width}, new int[] {width, width});
                    return width == 8 ? path : path.then("a", Nonlinearity.LINEAR);
                },
                small(),
                "width 16: the path is a → b → a, and at width 8 it is a → b");
        refuses(
                width -> two(new int[] {8, 3}, new int[] {5, 8}),
                small(),
                "width 16: the path has 64 weights, and at width 8 it has 64; make the model with the width that is given");
    }

    @Test
    void refusesAStepOfWhatOneStepDoesNotTellOf() {
        refuses(
                width -> two(new int[] {width, width}, new int[] {width, width}).then("a", Nonlinearity.LINEAR),
                step(Optimizer.ADAM),
                "width 8: a: is on the path twice");
        refuses(
                width -> ForwardPath.of(Parameters.of(p -> p.tensor("fixed", new int[5 * width], ones(), 5, width)))
                        .then("fixed", Nonlinearity.LINEAR),
                step(Optimizer.ADAM),
                "width 8: fixed: is not trained, so a step does not change it");
    }

    /** The forms that weights have: stored the other way round, in halves, and used twice. */
    @Test
    void measuresWeightsHoweverTheyAreStored() {
        CoordinateCheck check = CoordinateCheck.of(
                List.of(32, 128),
                width -> {
                    TensorShape keras = TensorShape.of(DATA, width).withLayout(Layout.SPATIAL_IN_OUT);
                    Parameters parameters = Parameters.of(p -> p.tensor(
                                    "in", new double[DATA * width], mupInput(32), keras)
                            .tensor("half", new short[width * width], HalfFormat.BF16, mupHidden(32), width, width));
                    return ForwardPath.of(parameters)
                            .then("in", Nonlinearity.LINEAR)
                            .then("half", Nonlinearity.LINEAR)
                            .then("half", Nonlinearity.LINEAR);
                },
                small().withDraws(4));
        assertThat(check.passes()).as(check.text()).isTrue();
        assertThat(check.initial())
                .allSatisfy(layer -> assertThat(layer.sizes())
                        .allSatisfy(size -> assertThat(size).isCloseTo(1, within(0.2))));
    }

    @Test
    void refusesAStepWithoutALossThatIsTheSameForAll() {
        refuses(
                width -> two(new int[] {width, 3}, new int[] {width, width}),
                step(Optimizer.SGD),
                "b: gives 16 outputs at width 16 and 8 at width 8, so no loss is the same for both");
    }

    @Test
    void refusesOptionsOutOfRange() {
        CoordinateOptions options = CoordinateOptions.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withInputs(0))
                .withMessageContaining("inputs = 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withDraws(0))
                .withMessageContaining("draws = 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withFactor(1))
                .withMessageContaining("factor = 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingStep(Optimizer.SGD, 0))
                .withMessageContaining("learningRate = 0");
    }

    @Test
    void sizesThatAreNoNumbersHaveGrown() {
        for (double size : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            LayerCoordinates layer =
                    new LayerCoordinates("a", List.of(1, 2), List.of(1.0, size), CoordinateDemand.BOUNDED, 1.5);
            assertThat(layer.verdict()).isEqualTo(CoordinateVerdict.GROWS);
            assertThat(layer.exponent()).isNaN();
        }
    }

    @Test
    void printsTextPageAndPicture(@TempDir Path folder) throws IOException {
        CoordinateCheck check = CoordinateCheck.of(
                List.of(16, 64),
                width -> mlp(width, mupInput(16), normal(0, 0.5), mupOutput(16)),
                step(Optimizer.ADAM).withTitle("<Wide>"));
        assertThat(check.text())
                .startsWith("<Wide>\nwidths 16, 64; 4 inputs, 1 draw, seed 0\n")
                .contains(
                        "sizes grow with the width by more than a factor of 1.5",
                        "first   grows ",
                        "change by one step of Adam");
        assertThat(check.html())
                .contains("<title>&lt;Wide&gt;</title>", "<td>grows</td>", "aria-label=\"Sizes at the start. in stable")
                .doesNotContain("<Wide>");
        check.writeSvg(folder.resolve("check.svg"));
        check.writeHtml(folder.resolve("check.html"));
        check.writeText(folder.resolve("check.txt"));
        assertThat(folder.resolve("check.svg")).content().isEqualTo(check.svg()).startsWith("<svg xmlns=");
        assertThat(Files.readString(folder.resolve("check.txt"))).isEqualTo(check.text() + "\n");
        assertThat(Files.readString(folder.resolve("check.html"))).isEqualTo(check.html());
    }
}
