package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.internal.fill.Refusals.assertRefusedAs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.SingularSide;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How many elements a fill can write. */
class FillSizesTest {

    private static final Path FILE = Path.of("base.safetensors");
    private static final TensorShape MATRIX = TensorShape.of(4, 3);

    static Stream<Arguments> structures() {
        return Stream.of(
                Arguments.of(new EyeFill(2, 3), 6),
                Arguments.of(new EyeFill(0, 3), 0),
                Arguments.of(new HippoLegsFill(3), 9),
                Arguments.of(new OrthogonalFill(2, 5, 1), 10),
                Arguments.of(new SparseFill(3, 4, 1, 1), 12),
                Arguments.of(new DiracFill(TensorShape.of(2, 3, 1), 1), 6),
                Arguments.of(new DeltaOrthogonalFill(TensorShape.of(3, 2, 1), 1), 6),
                Arguments.of(new BilinearFill(TensorShape.of(1, 2, 2, 2)), 8),
                Arguments.of(new PartsFill(new EyeFill(2, 2), 3, 4), 12),
                Arguments.of(new PartsFill(new EyeFill(2, 2), 0, 4), 0),
                Arguments.of(new RepeatedFill(new EyeFill(2, 2), 2, 2, 3), 12),
                Arguments.of(new SlicedFill(new ConstantFill(1), List.of(), 7), 7),
                Arguments.of(new CopiedFill(FILE, "w", MATRIX, 1, 0), 12),
                Arguments.of(new CopiedFill(FILE, "w", TensorShape.of(3), 4, 0), 12),
                Arguments.of(new ResizedFill(FILE, "w", MATRIX, 2), 6),
                Arguments.of(new ResizedFill(FILE, "w", TensorShape.of(4), 5), 5),
                Arguments.of(new WidenedFill(FILE, "w", MATRIX, 0, 6, WidenedSide.OUT, "fc", 1), 18),
                Arguments.of(new WidenedFill(FILE, "w", MATRIX, 1, 4, WidenedSide.IN, "fc", 1), 16),
                Arguments.of(lowRank(LowRankPart.A), 6),
                Arguments.of(lowRank(LowRankPart.B), 8),
                Arguments.of(lowRank(LowRankPart.RESIDUAL), 12));
    }

    private static Fill lowRank(LowRankPart part) {
        return new LowRankFill(FILE, "w", MATRIX, LowRankMethod.PISSA, part, 2, 1);
    }

    @ParameterizedTest
    @MethodSource("structures")
    void aStructureIsOfOneSize(Fill fill, long elements) {
        assertThat(LongStream.range(0, 30).filter(count -> Sized.fits(fill, count)))
                .as(fill.toString())
                .containsExactly(elements);
    }

    /** The last axis is as long as it says, and there may be any number of rows. */
    @Test
    void aLogRangeIsOfAnyNumberOfRows() {
        assertThat(LongStream.range(0, 17).filter(count -> Sized.fits(new LogRangeFill(5), count)))
                .containsExactly(0L, 5L, 10L, 15L);
    }

    @Test
    void aDistributionIsOfAnySize() {
        for (Fill fill : List.of(new ConstantFill(1), new NormalFill(0, 1), new UniformFill(0, 1))) {
            assertThat(LongStream.range(0, 30)).allMatch(count -> Sized.fits(fill, count));
        }
    }

    @Test
    void aPartIsOfTheSizeOfItsPlace() {
        EyeFill four = new EyeFill(2, 2);
        assertRefusedAs("FillSize", () -> new PartsFill(four, 3, 5));
        assertRefusedAs("FillSize", () -> new RepeatedFill(four, 2, 3, 1));
        assertRefusedAs("FillSize", () -> new RepeatedFill(four, 1, 2, 2));
        assertRefusedAs("FillSize", () -> new SlicedFill(four, List.of(), 5));
        assertRefusedAs(
                "SliceRange", () -> new SlicedFill(new ConstantFill(0), List.of(new SlicedFill.Range(1, 4, four)), 8));
        assertThat(new SlicedFill(new ConstantFill(0), List.of(new SlicedFill.Range(1, 5, four)), 8).fits(8))
                .isTrue();
    }

    @Test
    void slicesFollowEachOtherWithinTheWhole() {
        assertThat(sliced(4, 0, 2, 2, 4).ranges()).hasSize(2);
        assertThat(sliced(4, 2, 4, 0, 2).ranges()).hasSize(2);
        assertThat(sliced(4, 0, 4, 4, 4).ranges()).hasSize(2);
        assertRefusedAs("SliceRange", () -> sliced(4, 0, 3, 2, 4));
        assertRefusedAs("SliceRange", () -> sliced(4, 0, 1, 3, 2));
        assertRefusedAs("SliceRange", () -> sliced(4, -1, 1, 2, 3));
        assertRefusedAs("SliceRange", () -> sliced(4, 0, 1, 2, 5));
    }

    private static SlicedFill sliced(long elements, long from, long to, long nextFrom, long nextTo) {
        return new SlicedFill(
                new ConstantFill(0),
                List.of(
                        new SlicedFill.Range(from, to, new ConstantFill(1)),
                        new SlicedFill.Range(nextFrom, nextTo, new ConstantFill(2))),
                elements);
    }

    @Test
    void leavesAreWhatIsNotComposed() {
        Fill eye = new EyeFill(2, 2);
        Fill one = new ConstantFill(1);
        Fill two = new ConstantFill(2);
        Fill sliced = new SlicedFill(one, List.of(new SlicedFill.Range(0, 4, new PartsFill(eye, 1, 4))), 8);
        assertThat(Leaves.of(new RepeatedFill(sliced, 2, 4, 3))).containsExactly(one, eye);
        assertThat(Leaves.of(two)).containsExactly(two);
    }

    /** Of singular vectors each element of the weight is a double in the heap, and each row an array; of norms five doubles are. */
    @Test
    void whatIsComputedOfAWholeWeightNeedsHeap() {
        TensorShape weight = TensorShape.of(20, 30);
        assertThat(new SpectralVectorFill("w", SingularSide.RIGHT, 0, 1, 30).heapBytes(weight))
                .isEqualTo(20 * (30 * 8 + 24) + (20 + 30) * 8);
        assertThat(new NormsFill("w", 0, 20).heapBytes(weight)).isEqualTo(20 * 5 * 8);
    }
}
