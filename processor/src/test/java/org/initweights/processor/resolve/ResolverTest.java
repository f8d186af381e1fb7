package org.initweights.processor.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.RELU;

import java.util.Map;
import org.initweights.InitializationException;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Signal;
import org.initweights.TensorShape;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.junit.jupiter.api.Test;

/** What is certain of a parameter while its model compiles is found; of the rest there are formulas. */
class ResolverTest {

    private final GivenModel net = new GivenModel("Net");
    private final GivenParameter parameter = net.parameter("w");

    @Test
    void findsWhatIsWrittenToAKnownShape() {
        parameter.shape(64, 3, 7, 7).init("@KaimingNormal(mode = FAN_OUT)", kaimingNormal(FAN_OUT, RELU));
        ResolvedParameter resolved = net.resolved("w");
        assertThat(resolved.shape()).contains(TensorShape.of(64, 3, 7, 7));
        // fan_out 64 · 49 = 3136, std √2 / 56
        assertThat(resolved.fill().orElseThrow().std()).isEqualTo(Math.sqrt(2) / 56);
        assertThat(resolved.distribution()).isEqualTo("N(0, 0.02525²)");
        assertThat(resolved.explanation()).isEqualTo("Kaiming normal, fan_out 3136, gain(relu) √2 → std 0.02525");
        assertThat(resolved.initializer().fill()).isEqualTo(resolved.fill());
        assertThat(resolved.initializer().refusal()).isEmpty();
        assertThat(resolved.name()).isEqualTo("w");
    }

    @Test
    void keepsWhyAnInitializerDoesNotFit() {
        parameter.shape(16, 4, 3, 3).init("@Dirac(groups = 3)", dirac(3));
        ResolvedParameter resolved = net.resolved("w");
        assertThat(resolved.initializer().refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.id()).isEqualTo("DiracGroups"));
        assertThat(resolved.fill()).isEmpty();
        assertThat(resolved.signal()).isEmpty();
        assertThat(resolved.explanation()).isEqualTo("Dirac, passes channels through in each of 3 groups");
    }

    @Test
    void isCertainOfTheRankAloneWhileSizesAreNotKnown() {
        parameter.shape("out", 4, 3, 3).init("@Dirac(groups = 3)", dirac(3));
        net.parameter("b").shape("out").init("@KaimingNormal", kaimingNormal());
        assertThat(net.resolved("w").initializer().refusal()).isEmpty();
        assertThat(net.resolved("b").initializer().refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.id()).isEqualTo("FanRank"));
    }

    @Test
    void explainsByItsFormulaWhatIsNotKnown() {
        parameter.shape("out", "in").init("@KaimingNormal", kaimingNormal());
        ResolvedParameter resolved = net.resolved("w");
        assertThat(resolved.shape()).isEmpty();
        assertThat(resolved.fill()).isEmpty();
        assertThat(resolved.distribution()).isEqualTo("when built");
        assertThat(resolved.explanation()).isEqualTo("Kaiming normal, std = gain(relu) √2 / √fan_in");
    }

    @Test
    void knowsADistributionThatNoSizeChanges() {
        parameter.shape("out", "in").init("@Normal(std = 0.02)", normal(0, 0.02));
        assertThat(net.resolved("w").distribution()).isEqualTo("N(0, 0.02²)");
        assertThat(net.resolved("w").fill()).isEmpty();
    }

    @Test
    void doesNotGuessADistributionFromOneSize() {
        // Alike for the sizes 1 and 2, and refused for others.
        parameter.shape("out").init("@Own", shape -> {
            if (shape.size(0) > 4) {
                throw new InitializationException("OwnSize", "own()", null, "is for few");
            }
            return zeros().resolve(shape);
        });
        assertThat(net.resolved("w").distribution()).isEqualTo("when built");
    }

    @Test
    void showsTheFormulaOfANumberThatEachModelHas() {
        parameter
                .shape(4, 4)
                .formula(
                        "@Normal",
                        "normal",
                        Map.of(
                                "std",
                                new Quantity(
                                        "0.02 / depth",
                                        Quantity.of(Numbers.real("depth")).term())));
        ResolvedParameter resolved = net.resolved("w");
        assertThat(resolved.distribution()).isEqualTo("std = 0.02 / depth");
        assertThat(resolved.explanation()).isEqualTo("@Normal");
        assertThat(resolved.fill()).isEmpty();
    }

    @Test
    void showsNoFormulaOfANumberThatIsKnown() {
        parameter.shape(4, 4).formula("@Normal", "normal", Map.of("std", Quantity.of(0.02)));
        assertThat(net.resolved("w").distribution()).isEqualTo("when built");
    }

    @Test
    void showsTheFormulasOfSlicesToo() {
        parameter
                .shape(4, 4)
                .formula("@Normal", "normal", Map.of("std", Quantity.of(Numbers.real("depth"))))
                .slice(0, 1, "@Constant", "constant", Map.of("value", Quantity.of(Numbers.real("pad"))));
        assertThat(net.resolved("w").distribution()).isEqualTo("std = depth, value = pad");
    }

    @Test
    void namesAClassThatIsBeingCompiled() {
        parameter.shape(4, 4).unknown("@InitWith(Own.class)");
        assertThat(net.resolved("w").explanation()).isEqualTo("@InitWith(Own.class)");
        assertThat(net.resolved("w").distribution()).isEqualTo("when built");
        assertThat(net.resolved("w").initializer().refusal()).isEmpty();
    }

    @Test
    void explainsAnAnnotationOfTheUserByWhatItStandsFor() {
        parameter.shape(4, 4).composed("@Head", zeros());
        assertThat(net.resolved("w").explanation()).isEqualTo("@Head, zeros");
    }

    @Test
    void explainsAUsersClassByItsName() {
        parameter.shape(4, 4).init("@InitWith(Own.class)", shape -> ones().resolve(shape));
        ResolvedParameter resolved = net.resolved("w");
        assertThat(resolved.explanation()).isEqualTo("@InitWith(Own.class)");
        assertThat(resolved.fill()).contains(ones().resolve(TensorShape.of(4, 4)));
    }

    @Test
    void waitsForTheWeightThatABiasNames() {
        GivenParameter weight = parameter.shape("out", "in").init("@Kaiming", kaimingNormal());
        net.parameter("bias")
                .shape(64)
                .biasOf(weight, "@TorchDefault", torchDefault(Layer.LINEAR, TensorShape.of(1, 1)));
        ResolvedParameter bias = net.resolved("bias");
        assertThat(bias.initializer().fill()).isEmpty();
        assertThat(bias.fill()).isEmpty();
        assertThat(bias.distribution()).isEqualTo("when built");
        assertThat(bias.initializer().refusal()).isEmpty();
    }

    @Test
    void findsWhatSlicesWrite() {
        parameter.shape(8).init("@Zeros", zeros()).slice(4, 6, "@Ones", ones());
        ResolvedParameter resolved = net.resolved("w");
        assertThat(resolved.fill()).contains(zeros().withRows(4, 6, ones()).resolve(TensorShape.of(8)));
        assertThat(resolved.fill().orElseThrow().mean()).isEqualTo(0.25);
        assertThat(resolved.slices()).singleElement().satisfies(slice -> {
            assertThat(slice.initializer().fill()).contains(ones().resolve(TensorShape.of(2)));
            assertThat(slice.refusal()).isEmpty();
        });
        assertThat(resolved.explanation()).startsWith("zeros; rows 4").endsWith(" ones");
    }

    @Test
    void resolvesTheRowsOfASliceAsAParameterOfTheirOwn() {
        parameter.shape(8, 16).init("@Zeros", zeros()).slice(0, 4, "@KaimingNormal", kaimingNormal(FAN_OUT, RELU));
        // fan_out 4: std √2 / 2
        assertThat(net.resolved("w")
                        .slices()
                        .get(0)
                        .initializer()
                        .fill()
                        .orElseThrow()
                        .std())
                .isEqualTo(Math.sqrt(2) / 2);
        assertThat(net.resolved("w").slices().get(0).initializer().explanation())
                .contains("fan_out 4,");
    }

    @Test
    void hasOnlySlicesToExplainWhereNothingElseIsGiven() {
        parameter.shape(2).onlySlices().slice(0, 2, "@Ones", ones());
        assertThat(net.resolved("w").explanation()).startsWith("rows 0").endsWith(" ones");
    }

    @Test
    void keepsWhyThereAreNoSuchRows() {
        parameter.shape(8).init("@Zeros", zeros()).slice(4, 9, "@Ones", ones());
        ResolvedParameter resolved = net.resolved("w");
        assertThat(resolved.slices().get(0).refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.id()).startsWith("Slice"));
        assertThat(resolved.slices().get(0).initializer().fill()).isEmpty();
        assertThat(resolved.fill()).isEmpty();
        assertThat(resolved.initializer().refusal()).isEmpty();
    }

    @Test
    void keepsWhyTheRowsOfAnUnknownInitializerAreNot() {
        parameter
                .shape(8)
                .init("@Zeros", zeros())
                .slice(4, 9, "@Constant", "constant", Map.of("value", Quantity.of(Numbers.real("pad"))));
        assertThat(net.resolved("w").slices().get(0).refusal()).isPresent();
    }

    @Test
    void knowsTheRowsOfAnUnknownInitializer() {
        parameter
                .shape(8)
                .init("@Zeros", zeros())
                .slice(4, 8, "@Constant", "constant", Map.of("value", Quantity.of(Numbers.real("pad"))));
        ResolvedSlice slice = net.resolved("w").slices().get(0);
        assertThat(slice.refusal()).isEmpty();
        assertThat(slice.initializer().fill()).isEmpty();
        assertThat(slice.initializer().explanation()).isEqualTo("@Constant");
        assertThat(net.resolved("w").fill()).isEmpty();
    }

    @Test
    void isNotCertainOfRowsThatAreNotKnown() {
        parameter.shape(8).init("@Zeros", zeros()).slice("from", 99, "@Ones", ones());
        net.parameter("v").shape("rows").init("@Zeros", zeros()).slice(0, 99, "@Ones", ones());
        for (String name : new String[] {"w", "v"}) {
            ResolvedParameter resolved = net.resolved(name);
            assertThat(resolved.slices().get(0).refusal()).isEmpty();
            assertThat(resolved.slices().get(0).initializer().fill()).isEmpty();
            assertThat(resolved.slices().get(0).initializer().explanation()).isEqualTo("ones");
            assertThat(resolved.fill()).isEmpty();
            assertThat(resolved.distribution()).isEqualTo("when built");
        }
    }

    @Test
    void measuresTheSignalOfAWeight() {
        parameter.shape(4, 8).init("@Normal(std = 0.5)", normal(0, 0.5));
        assertThat(net.resolved("w").signal()).contains(new Signal(2, 1));
        parameter.after(RELU);
        // E[relu(z)²] and E[relu'(z)²] are a half.
        assertThat(net.resolved("w").signal()).contains(new Signal(1, 0.5));
    }

    @Test
    void measuresNoSignalOfVectors() {
        parameter.shape(8).init("@Normal", normal(0, 1));
        net.parameter("v").shape(3, 8).stacked(1).init("@Normal", normal(0, 1));
        net.parameter("u").shape(3, 4, 8).stacked(1).init("@Normal(std = 0.5)", normal(0, 0.5));
        assertThat(net.resolved("w").signal()).isEmpty();
        assertThat(net.resolved("v").signal()).isEmpty();
        assertThat(net.resolved("u").signal()).contains(new Signal(2, 1));
    }

    @Test
    void multipliesTheSignalsOfASequence() {
        parameter.shape(4, 8).init("@Normal(std = 0.5)", normal(0, 0.5));
        net.parameter("v").shape(2, 4).init("@Normal(std = 0.5)", normal(0, 0.5));
        net.parameter("unknown").shape("out", 2).init("@Normal(std = 0.5)", normal(0, 0.5));
        net.sequence(0, 9, "w", "v");
        assertThat(net.resolved().pathSignal()).contains(new Signal(2, 0.5));
        net.sequence(0, 9, "w", "unknown");
        assertThat(net.resolved().pathSignal()).isEmpty();
        net.sequence(0, 9, "unknown", "w");
        assertThat(net.resolved().pathSignal()).isEmpty();
        net.sequence(0, 9, "w", "nowhere");
        assertThat(net.resolved().pathSignal()).isEmpty();
    }

    @Test
    void hasNoSignalWithoutSequence() {
        parameter.shape(4, 8).init("@Normal", normal(0, 1));
        assertThat(net.resolved().pathSignal()).isEmpty();
    }

    @Test
    void resolvesWhatIsInherited() {
        parameter.shape(4, 8).init("@Ones", ones());
        GivenModel child = new GivenModel("Child").inheriting(net);
        child.parameter("own").shape(2).init("@Zeros", Initializers.zeros());
        ResolvedModel resolved = child.resolved();
        assertThat(resolved.parameters()).extracting(ResolvedParameter::name).containsExactly("own");
        assertThat(resolved.parameter("w")).isEmpty();
        assertThat(resolved.parent().orElseThrow().parameter("w").orElseThrow().fill())
                .contains(ones().resolve(TensorShape.of(4, 8)));
        assertThat(resolved.parent().orElseThrow().parent()).isEmpty();
    }
}
