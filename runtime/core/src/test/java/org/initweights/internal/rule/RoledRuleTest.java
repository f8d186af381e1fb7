package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.kaimingUniform;
import static org.initweights.Initializers.lecunNormal;
import static org.initweights.Initializers.logRange;
import static org.initweights.Initializers.mupBranchHidden;
import static org.initweights.Initializers.mupBranchVector;
import static org.initweights.Initializers.mupEmbedding;
import static org.initweights.Initializers.mupHidden;
import static org.initweights.Initializers.mupInput;
import static org.initweights.Initializers.mupOutput;
import static org.initweights.Initializers.mupSharedReadout;
import static org.initweights.Initializers.mupVector;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.values;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.Initializers.zerO;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.Axes;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.Optimizer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.internal.rule.torch.TorchDefaultRule;
import org.junit.jupiter.api.Test;

/** A role beside an initializer that says how the parameter starts. */
class RoledRuleTest {

    private static final TensorShape SQUARE = TensorShape.of(256, 256);

    private static MupRoles roles(Initializer initializer, long... dims) {
        return MupRoles.of(initializer, TensorShape.of(dims));
    }

    /** The gain of w = g · v / ‖v‖ is a vector of the outputs: as the gain of a normalisation it learns at the base model's rate with Adam. */
    @Test
    void theGainOfWeightNormKeepsItsValuesAndLearnsAsAVector() {
        for (long[] dims : new long[][] {{256}, {256, 1}}) {
            Parameters parameters = Weights.of(w -> w.tensor("v", mupHidden(64), 256, 256)
                            .tensor("g", weightNormGain("v").withRole(mupVector(0, 64)), dims))
                    .parameters();
            parameters.initialize(RandomSource.seeded(1));
            Parameter gain = parameters.get("g");
            Parameter direction = parameters.get("v");
            for (int row = 0; row < 256; row++) {
                double sum = 0;
                for (int column = 0; column < 256; column++) {
                    sum += direction.get(256L * row + column) * direction.get(256L * row + column);
                }
                assertThat(gain.get(row)).isEqualTo((float) Math.sqrt(sum));
            }
            assertThat(gain.derivedFrom()).contains("v");
            assertThat(gain.learningRateScale(Optimizer.ADAM)).isEqualTo(1);
            assertThat(gain.learningRateScale(Optimizer.SGD)).isEqualTo(4);
            assertThat(gain.outputMultiplier()).isEqualTo(1);
        }
    }

    @Test
    void onlyTheRoleIsUsed() {
        Initializer start = truncNormal(0, 0.02, -0.04, 0.04);
        Initializer roled = start.withRole(mupSharedReadout(1, 64));
        assertThat(roled.resolve(SQUARE)).isEqualTo(start.resolve(SQUARE));
        assertThat(roles(roled, 10, 256).outputMultiplier()).isEqualTo(0.25);
        assertThat(roles(ones().withRole(mupBranchVector(0, 64, 24, 2, 1)), 256).branchMultiplier())
                .isEqualTo(1 / 12.0);
        assertThat(roles(logRange().withRole(mupInput(64)), 256, 16).learningRateScale(Optimizer.SGD))
                .isEqualTo(4);
        assertThat(roles(orthogonal().withRole(mupHidden(64)), 256, 256).learningRateScale(Optimizer.ADAM))
                .isEqualTo(0.25);
    }

    /** By hand: what falls with the root of the inputs is for hidden weights, what stays is for the others. */
    @Test
    void takesStartsThatGoWithTheWidthAsTheRoleDemands() {
        TensorShape convolution = TensorShape.of(64, 64, 3, 3);
        List<Initializer> falling = List.of(
                kaimingNormal(), kaimingUniform(), lecunNormal(), xavierUniform(), orthogonal(), zerO(), constant(0));
        List<Initializer> staying = List.of(normal(0, 0.02), uniform(-0.1, 0.1), truncNormal(0, 1, -2, 2), ones());
        for (Initializer start : falling) {
            start.withRole(mupHidden(64)).resolve(SQUARE);
            start.withRole(mupBranchHidden(64, 6, 2)).resolve(SQUARE);
        }
        kaimingNormal().withRole(mupHidden(64)).resolve(convolution);
        kaimingNormal().withRole(mupInput(64)).resolve(TensorShape.of(256, 3));
        for (Initializer role :
                List.of(mupInput(64), mupEmbedding(1, 64), mupVector(0, 64), mupOutput(64), mupSharedReadout(1, 64))) {
            staying.forEach(start -> start.withRole(role).resolve(SQUARE));
        }
        table("i1 * n0").withRole(mupEmbedding(1, 64)).resolve(SQUARE);
        values(new float[256]).withRole(mupVector(0, 64)).resolve(TensorShape.of(256));
    }

    @Test
    void refusesStartsThatGoAnotherWay() {
        refused(
                () -> normal(0, 0.02).withRole(mupHidden(64)).resolve(SQUARE),
                "stands beside mupHidden, for which the std must fall with the root of the inputs, but it is 0.02 for [256, 256] and 0.02 for"
                        + " [512, 512]; use mupHidden alone, or an initializer that divides by the root of fan_in");
        refused(() -> uniform(-1, 1).withRole(mupBranchHidden(64, 6, 2)).resolve(SQUARE), "mupBranchHidden");
        for (Initializer role :
                List.of(mupEmbedding(1, 64), mupVector(0, 64), mupOutput(64), mupSharedReadout(1, 64))) {
            refused(
                    () -> kaimingNormal().withRole(role).resolve(SQUARE),
                    "the std must be the same at every width, but it is 0.08839 for [256, 256] and 0.0625 for [256, 512]");
        }
        refused(() -> xavierUniform().withRole(mupInput(64)).resolve(TensorShape.of(256, 3)), "mupInput");
        refused(
                () -> normal(0, 1)
                        .withRole(mupHidden(64))
                        .resolve(TensorShape.of(2, 3, 8, 8).withLayout(Layout.SPATIAL_IN_OUT)),
                "for [2, 3, 16, 16]");
        refused(
                () -> normal(0, 1)
                        .withRole(mupHidden(64))
                        .resolve(TensorShape.of(4, 8, 16).withAxes(Axes.of(List.of(0, 1), List.of(2)))),
                "for [8, 8, 32]");
    }

    @Test
    void refusesWhatIsNoRoleOrTwo() {
        refused(() -> normal().withRole(normal()), "takes a role of µP");
        refused(() -> normal().withRole(mupHidden(64).transformed("x")), "takes a role of µP");
        refused(() -> mupVector(0, 64).withRole(mupVector(0, 64)), "is a second role of µP for one parameter");
        refused(
                () -> mupVector(0, 64).withRows(0, 1, ones()).withRole(mupVector(0, 64)),
                "is a second role of µP for one parameter");
        refused(() -> ones().withRole(mupVector(1, 64)), "mupVector(value = 1) stands beside an initializer");
        refused(() -> orthogonal().withRole(mupHidden(2, 64)), "mupHidden(gain = 2)");
        refused(() -> normal().withRole(mupEmbedding(0.02, 64)), "mupEmbedding(std = 0.02)");
    }

    @Test
    void refusesShapesThatTheRoleDoesNotFit() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> ones().withRole(mupInput(64)).resolve(TensorShape.of(8)))
                .satisfies(e -> assertThat(e.id()).isEqualTo("FanRank"));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> ones().withRole(mupVector(0, 64)).resolve(TensorShape.of()))
                .satisfies(e -> assertThat(e.id()).isEqualTo("AxisRank"));
    }

    private static void refused(Runnable work, String words) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(work::run)
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.id()).isEqualTo("MupStart"));
    }

    @Test
    void saysBoth() {
        Rule roled = (Rule) weightNormGain("v").withRole(mupVector(0, 64));
        assertThat(roled.title()).isEqualTo("weight norm's gain, µP vector");
        assertThat(roled.explain()).endsWith("; µP vector, learning rate × n / 64 with SGD");
        assertThat(roled.explain(TensorShape.of(256, 1))).endsWith("; µP vector, learning rate × 4 with SGD");
    }

    /** PyTorch draws the parameters of an attention in an order of their own. */
    @Test
    void anAttentionStaysOne() {
        Initializer attention = torchDefault(Layer.MULTIHEAD_ATTENTION).withRole(mupHidden(64));
        assertThat(LastingRule.isOne(attention)).isTrue();
        assertThat(TorchDefaultRule.isOfAttention(attention)).isTrue();
    }

    /** Whatever can have a role in it, by the records that rules are made of. */
    @Test
    void whatIsMadeOfInitializersHasTheirRoles() {
        Initializer hidden = mupHidden(64);
        List<Initializer> made = List.of(
                hidden.transformed("x / 2"),
                hidden.withRows(0, 8, normal()),
                normal().withRows(0, 256, hidden),
                new IcnrRule(2, hidden),
                orthogonal().withRole(hidden));
        for (Initializer initializer : made) {
            assertThat(MupRoles.areIn(initializer)).as("%s", initializer).isTrue();
            assertThat(roles(initializer, 256, 256, 3).learningRateScale(Optimizer.ADAM))
                    .as("%s", initializer)
                    .isEqualTo(0.25);
        }
        assertThat(Stream.of(Rule.class.getPermittedSubclasses())
                        .filter(rule -> Stream.of(rule.getRecordComponents())
                                .anyMatch(part -> part.getType() == Initializer.class
                                        || part.getGenericType().getTypeName().contains("SlicedRule")))
                        .map(Class::getSimpleName))
                .as("rules that are made of others")
                .containsExactlyInAnyOrder("TransformedRule", "SlicedRule", "IcnrRule", "RoledRule");
    }
}
