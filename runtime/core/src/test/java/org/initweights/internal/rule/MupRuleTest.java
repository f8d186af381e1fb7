package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.initweights.DType;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Optimizer;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** µP against the tables of Tensor Programs V. */
class MupRuleTest {

    private static final double EXACT = 1e-14;
    private static final double BASE = 64;

    private static Parameter planned(Initializer initializer, long... dims) {
        return Plan.of(p -> p.tensor("w", DType.F32, initializer, dims))
                .parameters()
                .get("w");
    }

    private static Parameter weight(MupRole role, long width) {
        return switch (role) {
            case INPUT -> planned(Initializers.mupInput(BASE), width, 10);
            case EMBEDDING -> planned(Initializers.mupEmbedding(0.5, BASE), 100, width);
            case VECTOR -> planned(Initializers.mupVector(0.25, BASE), width);
            case HIDDEN -> planned(Initializers.mupHidden(BASE), width, width);
            case OUTPUT -> planned(Initializers.mupOutput(BASE), 7, width);
            case SHARED_READOUT -> planned(Initializers.mupSharedReadout(0.5, BASE), 100, width);
        };
    }

    /** The power of the width that a number grows with: of table 8, or of table 3 if the multiplier is taken into the weight. */
    private static double power(MupRole role, ToDoubleFunction<Parameter> number) {
        double narrow = number.applyAsDouble(weight(role, 128));
        double wide = number.applyAsDouble(weight(role, 2048));
        return Math.log(wide / narrow) / Math.log(16);
    }

    /** Variance, multiplier, and learning rates for SGD and Adam, as powers of the width. */
    @ParameterizedTest
    @CsvSource({
        "INPUT,      0,  0, 1,  0",
        "EMBEDDING,  0,  0, 1,  0",
        "HIDDEN,    -1,  0, 0, -1",
        "OUTPUT,     0, -1, 1,  0",
        "SHARED_READOUT, 0, -1, 1, 0",
    })
    void growsAsTable8Says(MupRole role, double variance, double multiplier, double sgd, double adam) {
        assertThat(power(role, w -> w.fill().std() * w.fill().std())).isCloseTo(variance, within(EXACT));
        assertThat(power(role, Parameter::outputMultiplier)).isCloseTo(multiplier, within(EXACT));
        assertThat(power(role, w -> w.learningRateScale(Optimizer.SGD))).isCloseTo(sgd, within(EXACT));
        assertThat(power(role, w -> w.learningRateScale(Optimizer.ADAM))).isCloseTo(adam, within(EXACT));
    }

    /**
     * A multiplier θ is taken into a weight by std · θ, SGD's learning rate · θ², and Adam's · θ. Table 3 has no multipliers.
     */
    @ParameterizedTest
    @CsvSource({
        "INPUT,      0,  1,  0",
        "EMBEDDING,  0,  1,  0",
        "HIDDEN,    -1,  0, -1",
        "OUTPUT,    -2, -1, -1",
        "SHARED_READOUT, -2, -1, -1",
    })
    void isTheSameAsTable3(MupRole role, double variance, double sgd, double adam) {
        assertThat(power(role, w -> Math.pow(w.fill().std() * w.outputMultiplier(), 2)))
                .isCloseTo(variance, within(EXACT));
        assertThat(power(role, w -> w.learningRateScale(Optimizer.SGD) * Math.pow(w.outputMultiplier(), 2)))
                .isCloseTo(sgd, within(EXACT));
        assertThat(power(role, w -> w.learningRateScale(Optimizer.ADAM) * w.outputMultiplier()))
                .isCloseTo(adam, within(EXACT));
    }

    /** Variance, multiplier, SGD's and Adam's learning rate as table 9 has them, with the multiplier taken into the weight. */
    @ParameterizedTest
    @CsvSource({
        "INPUT,     -1,  0.5, 0, -0.5",
        "EMBEDDING, -1,  0.5, 0, -0.5",
        "HIDDEN,    -1,  0,   0, -1",
        "OUTPUT,    -1, -0.5, 0, -0.5",
        "SHARED_READOUT, -1, -0.5, 0, -0.5",
    })
    void isTheSameAsTable9(MupRole role, double variance, double multiplier, double sgd, double adam) {
        assertThat(power(role, w -> Math.pow(w.fill().std() * w.outputMultiplier(), 2)))
                .isCloseTo(variance + 2 * multiplier, within(EXACT));
        assertThat(power(role, w -> w.learningRateScale(Optimizer.SGD) * Math.pow(w.outputMultiplier(), 2)))
                .isCloseTo(sgd + 2 * multiplier, within(EXACT));
        assertThat(power(role, w -> w.learningRateScale(Optimizer.ADAM) * w.outputMultiplier()))
                .isCloseTo(adam + multiplier, within(EXACT));
    }

    @Test
    void vectorsLearnAsInputWeights() {
        Parameter bias = weight(MupRole.VECTOR, 256);
        assertThat(bias.fill().mean()).isEqualTo(0.25);
        assertThat(bias.fill().std()).isZero();
        assertThat(bias.learningRateScale(Optimizer.SGD)).isEqualTo(4);
        assertThat(bias.learningRateScale(Optimizer.ADAM)).isEqualTo(1);
        assertThat(bias.outputMultiplier()).isEqualTo(1);
    }

    /** At the base width nothing differs from N(0, 1 / fan_in), and one learning rate for all. */
    @Test
    void theBaseModelIsTheUsualOne() {
        for (MupRole role : MupRole.values()) {
            Parameter weight = weight(role, (long) BASE);
            assertThat(weight.learningRateScale(Optimizer.SGD)).isEqualTo(1);
            assertThat(weight.learningRateScale(Optimizer.ADAM)).isEqualTo(1);
            assertThat(weight.outputMultiplier()).isEqualTo(1);
            if (role.hasFan()) {
                assertThat(weight.fill().std())
                        .isCloseTo(1 / Math.sqrt((double) weight.shape().fans().fanIn()), within(EXACT));
            }
        }
    }

    /** The package {@code mup} begins with PyTorch's numbers, and multiplies those of the output by √(width / base). */
    @Test
    void theOutputHasTheStdOfTheBaseModel() {
        assertThat(weight(MupRole.OUTPUT, 1024).fill().std()).isCloseTo(1 / Math.sqrt(64), within(EXACT));
        assertThat(weight(MupRole.OUTPUT, 1024).outputMultiplier()).isEqualTo(1 / 16.0);
        assertThat(planned(Initializers.mupOutput(3, 64), 7, 1024).fill().std())
                .isCloseTo(3 / Math.sqrt(64), within(EXACT));
    }

    @Test
    void theBaseIsOfTheAxisThatGrows() {
        Parameter down = planned(Initializers.mupHidden(4 * BASE), 512, 2048);
        assertThat(down.learningRateScale(Optimizer.ADAM)).isEqualTo(1 / 8.0);
        Parameter conv = planned(Initializers.mupHidden(BASE), 256, 128, 3, 3);
        assertThat(conv.learningRateScale(Optimizer.ADAM)).isEqualTo(1 / 2.0);
        assertThat(conv.fill().std()).isCloseTo(1 / Math.sqrt(1152), within(EXACT));
        Parameter first = planned(Initializers.mupInput(BASE), 256, 3, 7, 7);
        assertThat(first.learningRateScale(Optimizer.SGD)).isEqualTo(4);
        assertThat(first.fill().std()).isCloseTo(1 / Math.sqrt(147), within(EXACT));
    }

    /** The paper recommends an output of zeros; its role stays. */
    @Test
    void zerosHaveARole() {
        Parameter output = planned(Initializers.mupOutput(0, 64), 7, 128);
        assertThat(output.fill()).isEqualTo(Initializers.zeros().resolve(output.shape()));
        assertThat(output.outputMultiplier()).isEqualTo(0.5);
        assertThat(output.learningRateScale(Optimizer.SGD)).isEqualTo(2);
    }

    @Test
    void withoutRoleNothingIsScaled() {
        Parameter plain = planned(Initializers.kaimingNormal(), 128, 128);
        assertThat(plain.learningRateScale(Optimizer.SGD)).isEqualTo(1);
        assertThat(plain.learningRateScale(Optimizer.ADAM)).isEqualTo(1);
        assertThat(plain.outputMultiplier()).isEqualTo(1);
    }

    /**
     * By hand, of {@code mup/layer.py} and {@code mup/optim.py} for a weight that an embedding and a {@code MuSharedReadout} hold, with the base
     * 64: the readout divides what goes in by {@code width_mult}; the weight has one infinite axis, so that {@code MuAdam} leaves its rate and
     * {@code MuSGD} multiplies it by {@code width_mult}; by table 8 its std is the same at all widths.
     */
    @ParameterizedTest
    @CsvSource({"64, 1, 1, 1", "256, 4, 0.25, 1", "1024, 16, 0.0625, 1", "32, 0.5, 2, 1"})
    void aSharedReadoutIsThatOfMup(long width, double sgd, double output, double adam) {
        Parameter shared = planned(Initializers.mupSharedReadout(0.02, 64), 50, width);
        assertThat(shared.learningRateScale(Optimizer.SGD)).isEqualTo(sgd);
        assertThat(shared.learningRateScale(Optimizer.ADAM)).isEqualTo(adam);
        assertThat(shared.outputMultiplier()).isEqualTo(output);
        assertThat(shared.branchMultiplier()).isEqualTo(1);
        assertThat(shared.fill().std()).isEqualTo(0.02);
        assertThat(shared.fill().mean()).isZero();
    }

    @Test
    void vectorsMayHaveAxesOfOneBehindThem() {
        for (long[] dims : new long[][] {{256}, {256, 1, 1}, {1, 256, 1, 1}, {1, 1, 256}, {3, 256}}) {
            assertThat(planned(Initializers.mupVector(0, 64), dims).learningRateScale(Optimizer.SGD))
                    .isEqualTo(4);
        }
        assertThat(planned(Initializers.mupVector(0, 4), 1, 1).learningRateScale(Optimizer.SGD))
                .isEqualTo(0.25);
        TensorShape stack = TensorShape.of(8, 256, 1).withStacked(1);
        assertThat(MupRoles.of(Initializers.mupVector(0, 64), stack).learningRateScale(Optimizer.SGD))
                .isEqualTo(4);
    }

    @Test
    void rowsAndFunctionsKeepTheRole() {
        Initializer padded = Initializers.mupEmbedding(1, 64).withRows(0, 1, Initializers.zeros());
        assertThat(planned(padded, 10, 256).learningRateScale(Optimizer.SGD)).isEqualTo(4);
        Initializer query = Initializers.mupHidden(0, 64);
        Initializer joined = Initializers.mupHidden(64).withRows(0, 256, query);
        assertThat(planned(joined, 768, 256).learningRateScale(Optimizer.ADAM)).isEqualTo(0.25);
        Initializer gate = Initializers.mupVector(0, 4 * 64).withRows(128, 256, Initializers.mupVector(1, 64));
        assertThat(planned(gate, 512).learningRateScale(Optimizer.SGD)).isEqualTo(2);
        Initializer half = Initializers.mupHidden(64).transformed("x / 2");
        assertThat(planned(half, 256, 256).learningRateScale(Optimizer.ADAM)).isEqualTo(0.25);
    }

    @Test
    void refusesRowsThatLearnDifferently() {
        Initializer mixed = Initializers.mupHidden(64).withRows(0, 1, Initializers.mupOutput(64));
        Parameter parameter = Plan.of(p -> p.tensor("w", DType.F32, Initializers.zeros(), 4, 256))
                .parameters()
                .get("w")
                .with(mixed);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> parameter.learningRateScale(Optimizer.ADAM))
                .satisfies(e -> assertThat(e.id()).isEqualTo("MupRows"))
                .withMessageContaining("0.25")
                .withMessageContaining("1.0");
    }

    @Test
    void refusesWhatHasNoWidth() {
        refused("FanRank", () -> Initializers.mupHidden(64).resolve(TensorShape.of(8)));
        refused("FanRank", () -> Initializers.mupOutput(64).resolve(TensorShape.of()));
        refused("AxisRank", () -> Initializers.mupVector(0, 64).resolve(TensorShape.of()));
        refused("NotPositive", () -> Initializers.mupHidden(0));
        refused("NotPositive", () -> Initializers.mupHidden(-64));
        refused("NotFinite", () -> Initializers.mupHidden(Double.NaN));
        refused("Negative", () -> Initializers.mupHidden(-1, 64));
        refused("Negative", () -> Initializers.mupEmbedding(-1, 64));
        refused("NotFinite", () -> Initializers.mupVector(Double.NaN, 64));
    }

    private static void refused(String id, Runnable work) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(work::run)
                .satisfies(e -> assertThat(e.id()).isEqualTo(id));
    }

    @Test
    void aWeightWithoutElementsIsNotScaled() {
        Parameter empty = planned(Initializers.mupHidden(64), 5, 0);
        assertThat(empty.learningRateScale(Optimizer.ADAM)).isEqualTo(1);
        assertThat(empty.fill().std()).isZero();
    }

    @Test
    void plansCarryTheRole() {
        Plan plan = Plan.of(p -> p.tensor("hidden", DType.BF16, Initializers.mupHidden(1.5, 64), 256, 256)
                .tensor("output", DType.F32, Initializers.mupOutput(64), 10, 256)
                .tensor("bias", DType.F32, Initializers.mupVector(0, 64), 256));
        String json = plan.toJson();
        assertThat(json.replaceAll("\\s+", " "))
                .contains("\"learningRateScale\": { \"SGD\": 1.0, \"ADAM\": 0.25 }")
                .contains("\"learningRateScale\": { \"SGD\": 4.0, \"ADAM\": 1.0 }, \"outputMultiplier\": 0.25");
        Plan read = Plan.parse(json);
        assertThat(read.toJson()).isEqualTo(json);
        for (Parameter parameter : plan.parameters()) {
            Parameter same = read.parameters().get(parameter.name());
            assertThat(same.fill()).isEqualTo(parameter.fill());
            assertThat(same.outputMultiplier()).isEqualTo(parameter.outputMultiplier());
            for (Optimizer optimizer : Optimizer.values()) {
                assertThat(same.learningRateScale(optimizer)).isEqualTo(parameter.learningRateScale(optimizer));
            }
        }
    }

    @Test
    void refusesAPlanOfARoleBesideCode() {
        Initializer own = shape -> Initializers.zeros().resolve(shape);
        Plan plan =
                Plan.of(p -> p.tensor("w", DType.F32, Initializers.mupHidden(64).withRows(0, 1, own), 8, 8));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(plan::toJson)
                .withMessageContaining("w: its initializer")
                .satisfies(e -> assertThat(e.id()).isEqualTo("NotInPlan"));
    }

    @Test
    void saysTheGainAndTheRoleThatDoesNotFit() {
        assertThat(new MupRule(MupRole.HIDDEN, Math.sqrt(2), 64).explain(TensorShape.of(256, 256)))
                .startsWith("µP hidden, fan_in 256, gain √2 → std ");
        for (MupRole role : List.of(MupRole.INPUT, MupRole.HIDDEN, MupRole.OUTPUT)) {
            assertThatExceptionOfType(InitializationException.class)
                    .isThrownBy(() -> new MupRule(role, 1, 64).scaling(TensorShape.of(8)))
                    .withMessageStartingWith(role.factory() + " needs a fan");
        }
    }

    @Test
    void rolesHaveTheNamesOfTheirInitializers() {
        assertThat(MupRole.values())
                .extracting(MupRole::factory)
                .containsExactly("mupInput", "mupEmbedding", "mupVector", "mupHidden", "mupOutput", "mupSharedReadout");
        for (MupRole role : MupRole.values()) {
            assertThat(MupRole.ofFactory(role.factory())).contains(role);
        }
        assertThat(MupRole.ofFactory("normal")).isEmpty();
    }

    @Test
    void rolesAreFoundInRowsAndFunctions() {
        Initializer role = Initializers.mupHidden(64);
        Initializer none = Initializers.normal();
        assertThat(MupRoles.areIn(role)).isTrue();
        assertThat(MupRoles.areIn(none)).isFalse();
        assertThat(MupRoles.areIn(role.transformed("2 * x"))).isTrue();
        assertThat(MupRoles.areIn(none.transformed("2 * x"))).isFalse();
        assertThat(MupRoles.areIn(role.withRows(0, 1, none))).isTrue();
        assertThat(MupRoles.areIn(none.withRows(0, 1, none).withRows(1, 2, role)))
                .isTrue();
        assertThat(MupRoles.areIn(none.withRows(0, 1, none))).isFalse();
    }

    @Test
    void saysWhatTheWidthDoes() {
        MupRule hidden = (MupRule) Initializers.mupHidden(64);
        assertThat(hidden.explain()).isEqualTo("µP hidden, std = 1 / √fan_in; learning rate × 64 / in with Adam");
        assertThat(hidden.explain(TensorShape.of(256, 256)))
                .isEqualTo("µP hidden, fan_in 256 → std 0.0625; learning rate × 0.25 with Adam");
        MupRule output = (MupRule) Initializers.mupOutput(64);
        assertThat(output.explain())
                .isEqualTo(
                        "µP output, std = 1 / √(fan_in · 64 / in); output × 64 / in, learning rate × in / 64 with SGD");
        assertThat(output.explain(TensorShape.of(10, 256)))
                .isEqualTo("µP output, fan_in 256 → std 0.125; output × 0.25, learning rate × 4 with SGD");
        MupRule shared = (MupRule) Initializers.mupSharedReadout(0.02, 64);
        assertThat(shared.explain())
                .isEqualTo(
                        "µP shared readout, std 0.02; output × 64 / in as a readout, learning rate × in / 64 with SGD");
        assertThat(shared.explain(TensorShape.of(10, 256)))
                .isEqualTo("µP shared readout, std 0.02; output × 0.25 as a readout, learning rate × 4 with SGD");
        MupRule bias = (MupRule) Initializers.mupVector(0, 64);
        assertThat(bias.explain()).isEqualTo("µP vector, 0; learning rate × n / 64 with SGD");
        assertThat(bias.explain(TensorShape.of(32))).isEqualTo("µP vector, 0; learning rate × 0.5 with SGD");
    }
}
