package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.bilinearUpsampling;
import static org.initweights.Initializers.deltaOrthogonal;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.icnr;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;

import java.util.List;
import org.initweights.Axes;
import org.initweights.Fill;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.fill.BilinearFill;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.DiracFill;
import org.initweights.internal.fill.EyeFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.SparseFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that give each weight a structure. */
class StructuresTest {

    private static final TensorShape CONV = TensorShape.of(8, 2, 3, 3);
    private static final TensorShape NO_ELEMENTS = TensorShape.of(8, 2, 0, 3);

    @Test
    void identitiesAreOfMatrices() {
        assertThat(eye().resolve(TensorShape.of(2, 3))).isEqualTo(new EyeFill(2, 3));
        assertThat(eye().resolve(TensorShape.of(4, 2, 3).withStacked(1)))
                .isEqualTo(new PartsFill(new EyeFill(2, 3), 4, 6));
        Refusal.of(eye(), TensorShape.of(2))
                .withMessage("eye needs two dimensions, but [2] has one dimension [EyeRank]");
    }

    /** The groups of the shape are those of the rule, which need not say them again. */
    @Test
    void diracConvolutionsFollowTheGroups() {
        TensorShape grouped = CONV.withGroups(4);
        assertThat(dirac().resolve(CONV)).isEqualTo(new DiracFill(CONV, 1));
        assertThat(dirac(4).resolve(CONV)).isEqualTo(new DiracFill(CONV, 4));
        assertThat(dirac().resolve(grouped)).isEqualTo(new DiracFill(grouped, 4));
        assertThat(dirac(4).resolve(grouped)).isEqualTo(new DiracFill(grouped, 4));
        Refusal.of(dirac(2), grouped)
                .withMessage("dirac(groups = 2) contradicts the shape, which has groups = 4 [DiracGroups]");
        Refusal.of(dirac(2), TensorShape.of(8, 2).withGroups(4)).withMessageEndingWith("[DiracRank]");
    }

    @Test
    void deltaOrthogonalOnesAreOfConvolutions() {
        assertThat(deltaOrthogonal(2).resolve(CONV)).isEqualTo(new DeltaOrthogonalFill(CONV, 2));
        assertThat(deltaOrthogonal().resolve(NO_ELEMENTS)).isEqualTo(new ConstantFill(0));
        Refusal.of(deltaOrthogonal(), TensorShape.of(0, 3)).withMessageEndingWith("[DeltaOrthogonalRank]");
        Refusal.of(deltaOrthogonal(), TensorShape.of(2, 3, 0)).withMessageEndingWith("[DeltaOrthogonalChannels]");
    }

    @Test
    void bilinearOnesAreOfPictures() {
        assertThat(bilinearUpsampling().resolve(CONV)).isEqualTo(new BilinearFill(CONV));
        Refusal.of(bilinearUpsampling(), TensorShape.of(0, 3)).withMessageEndingWith("[BilinearRank]");
    }

    /** A share of the rows, rounded up, as PyTorch does. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.1, 1", "0.11, 2", "0.5, 5", "1, 10"})
    void sparseMatricesRoundTheirZerosUp(double sparsity, long zeros) {
        assertThat(sparse(sparsity, 2).resolve(TensorShape.of(10, 3))).isEqualTo(new SparseFill(10, 3, zeros, 2));
    }

    @Test
    void sparseOnesAreMatrices() {
        Refusal.of(sparse(0.5), TensorShape.of(0, 3, 3)).withMessageEndingWith("[SparseRank]");
    }

    @Test
    void orthogonalOnesAreAMatrixOfTheirOutputs() {
        assertThat(orthogonal(2).resolve(CONV)).isEqualTo(new OrthogonalFill(8, 18, 2));
        assertThat(orthogonal().resolve(TensorShape.of(3, 3, 2, 8).withLayout(Layout.SPATIAL_IN_OUT)))
                .isEqualTo(new OrthogonalFill(18, 8, 1));
        assertThat(orthogonal().resolve(TensorShape.of(2, 8, 3).withLayout(Layout.IN_OUT_SPATIAL)))
                .as("PyTorch takes the first axis, whatever it is")
                .isEqualTo(new OrthogonalFill(2, 24, 1));
        assertThat(orthogonal().resolve(TensorShape.of(0, 3))).isEqualTo(new ConstantFill(0));
        Refusal.of(orthogonal(), TensorShape.of(3)).withMessageEndingWith("[OrthogonalRank]");
        Refusal.of(orthogonal(), TensorShape.of(0)).withMessageEndingWith("[OrthogonalRank]");
    }

    /** JAX's {@code column_axis}. */
    @Test
    void orthogonalOnesHaveTheirOutAxesFirstOrLast() {
        assertThat(orthogonal().resolve(axes(List.of(2), List.of(0, 1), List.of())))
                .isEqualTo(new OrthogonalFill(6, 20, 1));
        assertThat(orthogonal(3).resolve(axes(List.of(0, 1), List.of(2, 3), List.of())))
                .isEqualTo(new OrthogonalFill(6, 20, 3));
        assertThat(orthogonal().resolve(axes(List.of(), List.of(0, 1, 2, 3), List.of())))
                .isEqualTo(new OrthogonalFill(120, 1, 1));
        TensorShape empty = TensorShape.of(2, 0, 3).withAxes(Axes.of(List.of(2), List.of(0, 1)));
        assertThat(orthogonal().resolve(empty)).isEqualTo(new ConstantFill(0));
    }

    @Test
    void otherAxesCannotBeOrthogonal() {
        Refusal.of(orthogonal(), axes(List.of(0), List.of(2), List.of()))
                .withMessageStartingWith(
                        "orthogonal needs out axes that are the first or the last, and no batch axes, but"
                                + " [2, 3, 4, 5] has ")
                .withMessageEndingWith("[OrthogonalAxes]");
        Refusal.of(orthogonal(), axes(List.of(0), List.of(), List.of())).withMessageEndingWith("[OrthogonalAxes]");
        Refusal.of(orthogonal(), axes(List.of(1), List.of(3), List.of(0))).withMessageEndingWith("[OrthogonalAxes]");
    }

    private static TensorShape axes(List<Integer> in, List<Integer> out, List<Integer> batch) {
        return TensorShape.of(2, 3, 4, 5).withAxes(new Axes(in, out, batch));
    }

    /** A filter for each scale² out channels, and each of them scale² times. */
    @Test
    void icnrRepeatsEachFilter() {
        Fill part = new NormalFill(0, 1);
        assertThat(icnr(2, normal()).resolve(CONV)).isEqualTo(new RepeatedFill(part, 2, 18, 4));
        assertThat(icnr(1, normal()).resolve(CONV)).isEqualTo(new RepeatedFill(part, 8, 18, 1));
        assertThat(icnr(2, normal()).resolve(CONV.withGroups(2))).isEqualTo(new RepeatedFill(part, 2, 18, 4));
        assertThat(icnr(2, shape -> {
                            assertThat(shape)
                                    .isEqualTo(TensorShape.of(2, 2, 3, 3).withGroups(2));
                            return part;
                        })
                        .resolve(CONV.withGroups(2)))
                .isEqualTo(new RepeatedFill(part, 2, 18, 4));
        Refusal.of(icnr(2, normal()), TensorShape.of(4, 0)).withMessageEndingWith("[IcnrRank]");
    }
}
