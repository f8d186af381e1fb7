package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.initweights.internal.fill.Refusals.assertRefused;
import static org.initweights.internal.fill.Refusals.assertRefusedAs;

import java.util.Arrays;
import java.util.List;
import org.initweights.Axes;
import org.initweights.Distribution;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be written is refused where a fill is made, up to the last number that can. */
class FillRefusalsTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void constantsAreFinite() {
        assertRefused(
                () -> new ConstantFill(Double.NaN),
                "constant(value = NaN) is refused: value needs a finite number [NotFinite]");
        assertRefusedAs("NotFinite", () -> new ConstantFill(-INFINITE));
    }

    @Test
    void uniformsAreBetweenOrderedBoundsWithinFloats() {
        assertThatNoException().isThrownBy(() -> new UniformFill(2, 2));
        assertRefusedAs("EmptyInterval", () -> new UniformFill(2, Math.nextDown(2)));
        assertThatNoException().isThrownBy(() -> new UniformFill(0, Float.MAX_VALUE));
        assertRefusedAs("TooWide", () -> new UniformFill(0, Math.nextUp((double) Float.MAX_VALUE)));
        assertRefusedAs("TooWide", () -> new UniformFill(-Float.MAX_VALUE, Float.MAX_VALUE));
        assertRefusedAs("NotFinite", () -> new UniformFill(-INFINITE, 0));
        assertRefusedAs("NotFinite", () -> new UniformFill(0, INFINITE));
    }

    /** 40 standard deviations are as far as any generator goes. */
    @Test
    void normalsStayWithinDoubles() {
        assertThatNoException().isThrownBy(() -> new NormalFill(0, 0));
        assertThatNoException().isThrownBy(() -> new NormalFill(0, Double.MAX_VALUE / 40));
        assertThatNoException().isThrownBy(() -> new NormalFill(-Double.MAX_VALUE / 2, Double.MAX_VALUE / 81));
        assertRefusedAs("TooWide", () -> new NormalFill(0, Double.MAX_VALUE / 39.9));
        assertRefusedAs("TooWide", () -> new NormalFill(-Double.MAX_VALUE / 2, Double.MAX_VALUE / 79));
        assertRefusedAs("Negative", () -> new NormalFill(0, -Double.MIN_VALUE));
        assertRefusedAs("NotFinite", () -> new NormalFill(INFINITE, 1));
        assertRefusedAs("NotFinite", () -> new NormalFill(0, Double.NaN));
    }

    @Test
    void truncatedNormalsHaveNumbersBetweenTheirBounds() {
        assertThatNoException().isThrownBy(() -> new TruncatedNormalFill(0, 1, 1, Math.nextUp(1.0)));
        assertRefusedAs("EmptyInterval", () -> new TruncatedNormalFill(0, 1, 1, 1));
        assertRefusedAs("NotPositive", () -> new TruncatedNormalFill(0, 0, -1, 1));
        assertRefusedAs("NotFinite", () -> new TruncatedNormalFill(Double.NaN, 1, -1, 1));
        assertRefusedAs("NotFinite", () -> new TruncatedNormalFill(0, 1, -1, Double.NaN));
        assertRefusedAs("NotFinite", () -> new TruncatedNormalFill(0, 1, Double.NaN, 1));
        assertRefusedAs("TooWide", () -> new TruncatedNormalFill(0, 1e308, -INFINITE, 0));
        assertRefusedAs("TooWide", () -> new TruncatedNormalFill(0, 1e308, 0, INFINITE));
        assertThatNoException().isThrownBy(() -> new TruncatedNormalFill(0, 1e308, -1, 1));
    }

    @Test
    void scaledVariancesArePositiveAndWithinWhatTheirDistributionHolds() {
        assertRefusedAs("NotPositive", () -> new VarianceScaledFill(Distribution.NORMAL, 0));
        assertRefusedAs("TooWide", () -> new VarianceScaledFill(Distribution.UNIFORM, 1e80));
        assertThatNoException().isThrownBy(() -> new VarianceScaledFill(Distribution.NORMAL, 1e80));
    }

    @Test
    void inverseSoftplusesHaveOrderedPositiveSteps() {
        assertThatNoException().isThrownBy(() -> new InverseSoftplusFill(2, 2, 1));
        assertRefusedAs("EmptyInterval", () -> new InverseSoftplusFill(2, Math.nextDown(2), 1));
        assertThatNoException().isThrownBy(() -> new InverseSoftplusFill(2, Double.MAX_VALUE / 2, 1));
        assertRefusedAs("TooWide", () -> new InverseSoftplusFill(2, Double.MAX_VALUE, 1));
        assertRefusedAs("NotPositive", () -> new InverseSoftplusFill(0, 2, 1));
        assertRefusedAs("NotFinite", () -> new InverseSoftplusFill(1, INFINITE, 1));
        assertRefusedAs("NotPositive", () -> new InverseSoftplusFill(1, 2, 0));
    }

    @Test
    void sizesAreNotTooSmall() {
        assertRefused(() -> new EyeFill(-1, 2), "eye(rows = -1) is refused: rows must be 0 or more [TooSmall]");
        assertRefusedAs("TooSmall", () -> new EyeFill(2, -1));
        assertRefusedAs("TooSmall", () -> new HippoLegsFill(0));
        assertRefusedAs("TooSmall", () -> new LogRangeFill(0));
        assertRefusedAs("TooSmall", () -> new OrthogonalFill(0, 1, 1));
        assertRefusedAs("TooSmall", () -> new OrthogonalFill(1, 0, 1));
        assertRefusedAs("TooSmall", () -> new SparseFill(0, 1, 0, 1));
        assertRefusedAs("TooSmall", () -> new SparseFill(1, 0, 0, 1));
        assertRefusedAs("TooSmall", () -> new SparseFill(1, 1, -1, 1));
        assertRefusedAs("TooSmall", () -> new PartsFill(new ConstantFill(1), -1, 1));
        assertRefusedAs("TooSmall", () -> new RepeatedFill(new ConstantFill(1), 0, 1, 1));
        assertRefusedAs("TooSmall", () -> new RepeatedFill(new ConstantFill(1), 1, 0, 1));
        assertRefusedAs("TooSmall", () -> new RepeatedFill(new ConstantFill(1), 1, 1, 0));
    }

    @Test
    void gainsAreFinite() {
        assertRefusedAs("NotFinite", () -> new OrthogonalFill(2, 2, INFINITE));
        assertRefusedAs("NotFinite", () -> new DeltaOrthogonalFill(TensorShape.of(2, 2, 1), Double.NaN));
    }

    @Test
    void sparseMatricesHaveAsManyZerosAsRowsAtMost() {
        assertThatNoException().isThrownBy(() -> new SparseFill(4, 1, 4, 1));
        assertRefused(() -> new SparseFill(4, 1, 5, 1), "sparse cannot have 5 zeros in a column of 4 [SparseRows]");
        assertThatNoException().isThrownBy(() -> new SparseFill(2147483639, 1, 5, 1));
        assertRefused(
                () -> new SparseFill(2147483640, 1, 5, 1),
                "sparse takes no more than 2147483639 rows, and there are 2147483640 [SparseRows]");
        assertRefusedAs("Negative", () -> new SparseFill(4, 1, 1, -1));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void convolutionsHaveThreeToFiveDimensions(int rank) {
        assertThatNoException().isThrownBy(() -> new DiracFill(ones(rank), 1));
        assertThatNoException().isThrownBy(() -> new DeltaOrthogonalFill(ones(rank), 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 6})
    void andNoOtherNumberOfThem(int rank) {
        assertRefusedAs("DiracRank", () -> new DiracFill(ones(rank), 1));
        assertRefusedAs("DeltaOrthogonalRank", () -> new DeltaOrthogonalFill(ones(rank), 1));
        assertRefusedAs("BilinearRank", () -> new BilinearFill(ones(rank)));
    }

    private static TensorShape ones(int rank) {
        long[] dims = new long[rank];
        Arrays.fill(dims, 1);
        return TensorShape.of(dims);
    }

    @Test
    void refusalsCountDimensions() {
        String demand = "deltaOrthogonal needs three, four or five dimensions, but ";
        assertRefused(() -> new DeltaOrthogonalFill(ones(0), 1), demand + "[] has no dimension [DeltaOrthogonalRank]");
        assertRefused(
                () -> new DeltaOrthogonalFill(ones(1), 1), demand + "[1] has one dimension [DeltaOrthogonalRank]");
        assertRefused(
                () -> new DeltaOrthogonalFill(ones(2), 1), demand + "[1, 1] has 2 dimensions [DeltaOrthogonalRank]");
    }

    @Test
    void deltaOrthogonalOnesHaveNoMoreInThanOutChannels() {
        TensorShape shape = TensorShape.of(1, 3, 4).withLayout(Layout.SPATIAL_IN_OUT);
        assertThatNoException().isThrownBy(() -> new DeltaOrthogonalFill(shape, 1));
        assertThatNoException().isThrownBy(() -> new DeltaOrthogonalFill(TensorShape.of(3, 3, 4), 1));
        assertRefusedAs("DeltaOrthogonalChannels", () -> new DeltaOrthogonalFill(TensorShape.of(1, 3, 4), 1));
    }

    @Test
    void groupsDivideTheOutChannels() {
        assertThatNoException().isThrownBy(() -> new DiracFill(TensorShape.of(6, 2, 3), 3));
        assertRefused(
                () -> new DiracFill(TensorShape.of(6, 2, 3), 4),
                "dirac(groups = 4) needs the out channels to divide evenly, but [6, 2, 3] has 6; use groups = 1, 2, 3 or 6"
                        + " [DiracGroups]");
        assertRefused(
                () -> new DiracFill(TensorShape.of(1, 2, 3), 4),
                "dirac(groups = 4) needs the out channels to divide evenly, but [1, 2, 3] has 1; use groups = 1"
                        + " [DiracGroups]");
        assertRefused(() -> new DiracFill(ones(3), 0), "dirac(groups = 0) needs at least one group [DiracGroups]");
    }

    /** Of many divisors the six smallest are named, and none over 4096. */
    @Test
    void aFewDivisorsAreNamed() {
        assertRefused(
                () -> new DiracFill(TensorShape.of(60, 2, 3), 7),
                "dirac(groups = 7) needs the out channels to divide evenly, but [60, 2, 3] has 60; use groups = 1, 2, 3, 4,"
                        + " 5 or 6 [DiracGroups]");
        assertRefused(
                () -> new DiracFill(TensorShape.of(8191, 2, 3), 2),
                "dirac(groups = 2) needs the out channels to divide evenly, but [8191, 2, 3] has 8191; use groups = 1"
                        + " [DiracGroups]");
        assertRefused(
                () -> new DiracFill(TensorShape.of(4093, 2, 3), 2),
                "dirac(groups = 2) needs the out channels to divide evenly, but [4093, 2, 3] has 4093; use groups = 1 or"
                        + " 4093 [DiracGroups]");
    }

    @Test
    void aStructureIsGivenToOneWeightWithElements() {
        assertRefused(
                () -> new DiracFill(TensorShape.of(2, 2, 2, 1).withStacked(1), 1),
                "dirac is given to one weight at a time, but [2, 2, 2, 1] has several [SingleWeight]");
        assertRefusedAs(
                "SingleWeight", () -> new DiracFill(TensorShape.of(4, 2, 1).withPacked(2), 1));
        assertRefusedAs(
                "SingleWeight",
                () -> new DeltaOrthogonalFill(TensorShape.of(4, 2, 1).withPacked(2), 1));
        assertRefused(
                () -> new DeltaOrthogonalFill(TensorShape.of(4, 0, 1), 1),
                "deltaOrthogonal needs elements, and [4, 0, 1] has none [NoElements]");
        assertRefusedAs("NoElements", () -> new BilinearFill(TensorShape.of(4, 4, 0, 1)));
        assertRefusedAs(
                "SingleWeight",
                () -> new BilinearFill(TensorShape.of(4, 4, 2, 2).withPacked(2)));
    }

    @Test
    void aStructureHasOneAxisOfInAndOneOfOutChannels() {
        TensorShape shape = TensorShape.of(4, 2, 1).withAxes(Axes.of(List.of(1, 2), List.of(0)));
        assertRefusedAs("AxesLayout", () -> new DiracFill(shape, 1));
        assertRefusedAs("AxesLayout", () -> new DeltaOrthogonalFill(shape, 1));
    }

    @Test
    void argumentsMayBeAtTheirBounds() {
        assertThatNoException().isThrownBy(() -> Argument.fraction("f", "x", 0));
        assertThatNoException().isThrownBy(() -> Argument.fraction("f", "x", 1));
        assertRefusedAs("Fraction", () -> Argument.fraction("f", "x", -Double.MIN_VALUE));
        assertRefusedAs("Fraction", () -> Argument.fraction("f", "x", Math.nextUp(1.0)));
        assertRefusedAs("NotFinite", () -> Argument.fraction("f", "x", Double.NaN));
        assertThatNoException().isThrownBy(() -> Argument.notNegative("f", "x", 0));
        assertRefusedAs("NotFinite", () -> Argument.notNegative("f", "x", INFINITE));
        assertThatNoException().isThrownBy(() -> Argument.positive("f", "x", Double.MIN_VALUE));
        assertRefusedAs("NotPositive", () -> Argument.positive("f", "x", 0));
        assertRefusedAs("NotFinite", () -> Argument.positive("f", "x", INFINITE));
        assertThatNoException().isThrownBy(() -> Argument.notNaN("f", "x", INFINITE));
        assertThatNoException().isThrownBy(() -> Argument.size("f", "x", 3, 3));
        assertRefused(() -> Argument.size("f", "x", 2, 3), "f(x = 2) is refused: x must be 3 or more [TooSmall]");
        assertRefusedAs("TooManyElements", () -> Argument.product(1L << 40, 1L << 40));
    }

    @Test
    void fansAreOfTwoDimensionsInEachWeight() {
        assertThatNoException().isThrownBy(() -> Rank.checkFan("f", ones(2)));
        assertRefused(
                () -> Rank.checkFan("f", ones(3).withStacked(2)),
                "f needs a fan, and [1] has one dimension; use zeros(), or torchDefault(LINEAR, weight) with the shape of its"
                        + " weight for PyTorch's bias rule [FanRank]");
    }
}
