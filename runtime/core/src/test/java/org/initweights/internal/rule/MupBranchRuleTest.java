package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.mupBranchHidden;
import static org.initweights.Initializers.mupBranchVector;
import static org.initweights.Initializers.mupHidden;

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

/** µP inside of residual blocks, against Tensor Programs VI and CompleteP. */
class MupBranchRuleTest {

    private static final double EXACT = 1e-14;
    private static final TensorShape SQUARE = TensorShape.of(256, 256);

    private static Parameter planned(Initializer initializer, long... dims) {
        return Plan.of(p -> p.tensor("w", DType.F32, initializer, dims))
                .parameters()
                .get("w");
    }

    /**
     * Written by hand for a model 4 times as wide, m_N, and 16 times as deep, m_L, as the base: CompleteP's table 1 has hidden weights with the
     * variance σ² / m_N and AdamW's rate η / m_N · m_L^(α - 1), biases and normalisations with η · m_L^(α - 1), and residuals
     * X + m_L^-α · F(X). Depth-µP is α = 1/2: branches by 1 / √L, Adam's rate by 1 / √L, SGD's not.
     */
    @ParameterizedTest
    @CsvSource({
        "0.5,  0.0625, 0.25, 1, 4, 0.25",
        "0.75, 0.125,  0.5,  4, 16, 0.125",
        "1,    0.25,   1,    16, 64, 0.0625",
    })
    void growsAsThePapersSay(
            double alpha, double hiddenAdam, double vectorAdam, double hiddenSgd, double vectorSgd, double branch) {
        Parameter hidden = planned(mupBranchHidden(1, 64, 32, 2, alpha), 256, 256);
        Parameter vector = planned(mupBranchVector(1, 64, 32, 2, alpha), 256);
        assertThat(hidden.learningRateScale(Optimizer.ADAM)).isCloseTo(hiddenAdam, within(EXACT));
        assertThat(vector.learningRateScale(Optimizer.ADAM)).isCloseTo(vectorAdam, within(EXACT));
        assertThat(hidden.learningRateScale(Optimizer.SGD)).isCloseTo(hiddenSgd, within(EXACT));
        assertThat(vector.learningRateScale(Optimizer.SGD)).isCloseTo(vectorSgd, within(EXACT));
        assertThat(hidden.branchMultiplier()).isCloseTo(branch, within(EXACT));
        assertThat(vector.branchMultiplier()).isCloseTo(branch, within(EXACT));
        assertThat(hidden.outputMultiplier()).isEqualTo(1);
        assertThat(hidden.fill().std()).isEqualTo(1 / 16.0);
        assertThat(vector.fill().mean()).isEqualTo(1);
    }

    /** At the base depth nothing differs from the width's part, whatever α is. */
    @ParameterizedTest
    @CsvSource({"0.5", "0.7", "1"})
    void theBaseDepthIsTheUsualOne(double alpha) {
        Parameter branch = planned(mupBranchHidden(3, 64, 12, 12, alpha), 256, 256);
        Parameter plain = planned(mupHidden(3, 64), 256, 256);
        for (Optimizer optimizer : Optimizer.values()) {
            assertThat(branch.learningRateScale(optimizer)).isEqualTo(plain.learningRateScale(optimizer));
        }
        assertThat(branch.branchMultiplier()).isEqualTo(1);
        assertThat(branch.fill()).isEqualTo(plain.fill());
    }

    @Test
    void parametersOutsideOfBlocksAreNotMultiplied() {
        assertThat(planned(mupHidden(64), 256, 256).branchMultiplier()).isEqualTo(1);
        assertThat(planned(Initializers.zeros(), 256).branchMultiplier()).isEqualTo(1);
    }

    @Test
    void rowsKeepTheBranchAndMustAgreeOnIt() {
        Initializer query = mupBranchHidden(0, 64, 8, 2, 1);
        Initializer joined = mupBranchHidden(64, 8, 2).withRows(0, 256, query);
        assertThat(planned(joined, 768, 256).branchMultiplier()).isEqualTo(0.25);
        Initializer mixed = mupBranchHidden(64, 8, 2).withRows(0, 256, mupHidden(64));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> MupRoles.of(mixed, TensorShape.of(768, 256)).branchMultiplier())
                .satisfies(e -> assertThat(e.id()).isEqualTo("MupRows"))
                .withMessageContaining("multiplies the branch by 0.25 for some rows and by 1.0 for others");
    }

    @Test
    void refusesWhatIsNoDepth() {
        refused("NotPositive", () -> mupBranchHidden(64, 0, 2));
        refused("NotPositive", () -> mupBranchHidden(64, 8, -2));
        refused("NotFinite", () -> mupBranchHidden(64, Double.POSITIVE_INFINITY, 2));
        refused("NotPositive", () -> mupBranchHidden(0, 8, 2));
        refused("Negative", () -> mupBranchHidden(-1, 64, 8, 2, 1));
        refused("NotFinite", () -> mupBranchVector(Double.NaN, 64, 8, 2, 1));
        refused("DepthExponent", () -> mupBranchVector(0, 64, 8, 2, 0.4));
        refused("DepthExponent", () -> mupBranchHidden(1, 64, 8, 2, 1.1));
        refused("DepthExponent", () -> mupBranchHidden(1, 64, 8, 2, Double.NaN));
        refused("MupBranchRole", () -> new MupBranchRule(MupRole.OUTPUT, 1, 64, 8, 2, 1));
        refused("FanRank", () -> mupBranchHidden(64, 8, 2).resolve(TensorShape.of(8)));
    }

    private static void refused(String id, Runnable work) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(work::run)
                .satisfies(e -> assertThat(e.id()).isEqualTo(id));
    }

    @Test
    void plansCarryTheDepth() {
        Plan plan = Plan.of(p -> p.tensor("w", DType.F32, mupBranchHidden(1, 64, 8, 2, 0.5), 256, 256)
                .tensor("b", DType.F32, mupBranchVector(1, 64, 8, 2, 0.5), 256));
        String json = plan.toJson();
        assertThat(json).contains("\"branchMultiplier\": 0.5", "\"depthExponent\": 0.5");
        Plan read = Plan.parse(json);
        assertThat(read.toJson()).isEqualTo(json);
        for (Parameter parameter : read.parameters()) {
            assertThat(parameter.branchMultiplier()).isEqualTo(0.5);
        }
        assertThat(read.parameters().get("w").learningRateScale(Optimizer.ADAM)).isEqualTo(0.125);
    }

    @Test
    void saysWhatBelongsToIt() {
        MupBranchRule completeP = new MupBranchRule(MupRole.HIDDEN, 1, 64, 24, 2, 1);
        assertThat(completeP.explain(SQUARE))
                .isEqualTo(
                        "µP hidden in a branch, fan_in 256 → std 0.0625; learning rate × 0.25 with Adam, × 12 with SGD;"
                                + " branch × 0.08333");
        assertThat(completeP.explain())
                .isEqualTo("µP hidden in a branch, std = 1 / √fan_in; learning rate × 64 / in with Adam, × 12 with SGD;"
                        + " branch × 0.08333");
        assertThat(BranchDepth.scaling(MupRole.VECTOR, "n / 64", "64 / n", "depth / 2", "2 / depth", 0.5))
                .isEqualTo("learning rate × (2 / depth)^0.5 with Adam, × n / 64 with SGD; branch × (2 / depth)^0.5");
        assertThat(BranchDepth.scaling(MupRole.HIDDEN, "n / 64", "64 / n", "depth / 2", "2 / depth", 0.5))
                .isEqualTo(
                        "learning rate × 64 / n · (2 / depth)^0.5 with Adam, × 1 with SGD; branch × (2 / depth)^0.5");
        assertThat(BranchDepth.scaling(MupRole.VECTOR, "n / 64", "64 / n", "depth / 2", "2 / depth", 1))
                .isEqualTo("learning rate × 1 with Adam, × n / 64 · depth / 2 with SGD; branch × 2 / depth");
    }
}
