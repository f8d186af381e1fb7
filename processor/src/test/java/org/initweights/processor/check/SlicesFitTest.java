package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.error;

import java.util.List;
import java.util.Optional;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.initweights.processor.model.AxisPlaces;
import org.junit.jupiter.api.Test;

/** Slices are rows that there are, each row is in one slice at most, and none is left without an initializer. */
class SlicesFitTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void acceptsNeighbours() {
        given(8).slice(0, 4, "@Ones", ones()).slice(4, 8, "@Zeros", zeros());
        assertThat(findings()).isEmpty();
    }

    @Test
    void refusesASharedRowAtTheSecondSlice() {
        given(8).slice(2, 5, "@Ones", ones()).slice(4, 8, "@Zeros", zeros());
        assertThat(findings())
                .containsExactly(
                        error(
                                "w.slice.1",
                                "w: the slices 2 : 5 and 4 : 8 overlap; which of them should win cannot be said [SliceOverlap]"));
    }

    @Test
    void refusesASharedRowInEitherOrder() {
        given(8).slice(4, 8, "@Ones", ones()).slice(2, 5, "@Zeros", zeros());
        assertThat(findings()).extracting(Reported::place).containsExactly("w.slice.1");
    }

    @Test
    void acceptsNeighboursInEitherOrder() {
        given(8).slice(4, 8, "@Ones", ones()).slice(2, 4, "@Zeros", zeros());
        assertThat(findings()).isEmpty();
    }

    @Test
    void reportsEachSliceOnce() {
        given(8).slice(0, 4, "@Ones", ones()).slice(0, 4, "@Ones", ones()).slice(3, 5, "@Ones", ones());
        assertThat(findings()).extracting(Reported::place).containsExactly("w.slice.1", "w.slice.2");
    }

    @Test
    void refusesEqualRowsOfSizesThatAreNotKnown() {
        given("rows").slice("half", "rows", "@Ones", ones()).slice("half", 8, "@Zeros", zeros());
        assertThat(findings())
                .containsExactly(error(
                        "w.slice.1",
                        "w: the slices half : rows and half : 8 overlap; which of them should win cannot be said"
                                + " [SliceOverlap]"));
    }

    @Test
    void acceptsRowsThatMayBeDistinct() {
        given("rows").slice(0, "half", "@Ones", ones()).slice("half", "rows", "@Zeros", zeros());
        assertThat(findings()).isEmpty();
    }

    @Test
    void refusesRowsThatThereAreNot() {
        given(8).slice(4, 9, "@Ones", ones());
        assertThat(findings()).singleElement().satisfies(refused -> {
            assertThat(refused.place()).isEqualTo("w.slice.0");
            assertThat(refused.message()).startsWith("w: the slice 4 : 9 is not within the rows 0 : 8 [Slice");
        });
    }

    @Test
    void refusesAnInitializerThatDoesNotFitTheRows() {
        given(8).slice(0, 1, "@KaimingNormal", kaimingNormal());
        assertThat(findings()).singleElement().satisfies(refused -> {
            assertThat(refused.place()).isEqualTo("w.slice.0");
            assertThat(refused.message())
                    .startsWith("w: @KaimingNormal needs a fan, and [1] has one dimension")
                    .endsWith("[FanRank]");
        });
    }

    @Test
    void acceptsSlicesThatCoverAllRows() {
        given(8).onlySlices().slice(4, 8, "@Ones", ones()).slice(0, 4, "@Zeros", zeros());
        assertThat(findings()).isEmpty();
    }

    @Test
    void refusesRowsWithoutInitializer() {
        String message =
                "w: the slices do not cover all rows of [8, 3]; add an initializer for the others: @Slice(value ="
                        + " \"…\", use = …) beside it [SliceCoverage]";
        given(8, 3).onlySlices().slice(0, 7, "@Ones", ones());
        assertThat(findings()).containsExactly(error("w.initializer", message));
    }

    @Test
    void refusesAGapAndAMissingStart() {
        given(8).onlySlices().slice(0, 3, "@Ones", ones()).slice(4, 8, "@Ones", ones());
        net.parameter("v").shape(8).onlySlices().slice(1, 8, "@Ones", ones());
        net.parameter("none").shape(8).onlySlices();
        assertThat(findings())
                .extracting(Reported::place)
                .containsExactly("w.initializer", "v.initializer", "none.initializer");
    }

    @Test
    void followsTheNamesOfSizesThatAreNotKnown() {
        given("rows").onlySlices().slice("half", "rows", "@Ones", ones()).slice(0, "half", "@Zeros", zeros());
        assertThat(findings()).isEmpty();
    }

    @Test
    void refusesNamesThatDoNotMeet() {
        given("rows").onlySlices().slice(0, "half", "@Ones", ones()).slice("third", "rows", "@Zeros", zeros());
        net.parameter("v").shape("rows").onlySlices().slice(0, "half", "@Ones", ones());
        net.parameter("u").shape(8).onlySlices().slice(0, "rows", "@Ones", ones());
        net.parameter("t").shape("rows").onlySlices().slice(0, 4, "@Ones", ones());
        net.parameter("s")
                .shape("rows")
                .onlySlices()
                .slice("third", "rows", "@Ones", ones())
                .slice(0, "half", "@Zeros", zeros());
        assertThat(findings())
                .extracting(Reported::place)
                .containsExactly("w.initializer", "v.initializer", "u.initializer", "t.initializer", "s.initializer");
    }

    @Test
    void stepsThatMissEachOtherAreApart() {
        given(8).slice(places(0, 0, 8, 2), "@Ones", ones()).slice(places(0, 1, 8, 2), "@Ones", ones());
        net.parameter("v")
                .shape(8, 4)
                .init("@Zeros", zeros())
                .slice(places(1, 0, 4, 3), "@Ones", ones())
                .slice(places(1, 1, 3, 1), "@Ones", ones());
        assertThat(findings()).isEmpty();
    }

    @Test
    void stepsThatMeetOverlap() {
        given(24).slice(places(0, 1, 24, 6), "@Ones", ones()).slice(places(0, 3, 24, 4), "@Ones", ones());
        assertThat(findings())
                .containsExactly(error(
                        "w.slice.1",
                        "w: the slices 1 : 24 : 6 and 3 : 24 : 4 overlap; which of them should win cannot be said"
                                + " [SliceOverlap]"));
    }

    @Test
    void slicesOfTwoAxesOverlapWhateverTheSizes() {
        given("rows", 4).slice(0, 1, "@Ones", ones()).slice(places(1, 3, 4, 1), "@Ones", ones());
        net.parameter("v")
                .shape("rows", "columns")
                .init("@Zeros", zeros())
                .slice("half", "rows", "@Ones", ones())
                .slice(places(1, 3, 4, 1), "@Ones", ones());
        assertThat(findings()).extracting(Reported::place).containsExactly("w.slice.1", "v.slice.1");
    }

    @Test
    void knownSlicesOverlapThoughTheirAxisIsNotKnown() {
        given("rows").slice(heads(0, 2, 6), "@Ones", ones()).slice(heads(2, 4, 6), "@Ones", ones());
        net.parameter("v")
                .shape("rows")
                .init("@Zeros", zeros())
                .slice(heads(0, 2, 6), "@Ones", ones())
                .slice(heads(1, 2, 3), "@Ones", ones());
        net.parameter("u")
                .shape("rows")
                .init("@Zeros", zeros())
                .slice(heads(0, 2, 6), "@Ones", ones())
                .slice(2, 6, "@Ones", ones());
        net.parameter("t")
                .shape("rows")
                .init("@Zeros", zeros())
                .slice(heads(0, 2, 6), "@Ones", ones())
                .slice(2, 7, "@Ones", ones());
        assertThat(findings()).extracting(Reported::place).containsExactly("v.slice.1", "t.slice.1");
    }

    @Test
    void headsCoverTheirBlocks() {
        net.parameter("w")
                .shape("rows", 4)
                .onlySlices()
                .slice(heads(0, 2, 6), "@Ones", ones())
                .slice(heads(4, 6, 6), "@Ones", ones())
                .slice(heads(2, 4, 6), "@Ones", ones());
        net.parameter("v")
                .shape(12, 4)
                .onlySlices()
                .slice(heads(0, 2, 6), "@Ones", ones())
                .slice(heads(4, 6, 6), "@Ones", ones());
        assertThat(findings()).extracting(Reported::place).containsExactly("v.initializer");
    }

    @Test
    void stepsCoverAllResidues() {
        net.parameter("w")
                .shape(7, 4)
                .onlySlices()
                .slice(places(0, 0, 7, 2), "@Ones", ones())
                .slice(places(0, 1, 7, 2), "@Ones", ones());
        net.parameter("v")
                .shape(3, "columns")
                .onlySlices()
                .slice(toTheEnd(0), "@Ones", ones())
                .slice(toTheEnd(1), "@Ones", ones());
        net.parameter("u").shape(3, "columns").onlySlices().slice(toTheEnd(1), "@Ones", ones());
        assertThat(findings())
                .containsExactly(error(
                        "u.initializer",
                        "u: the slices do not cover all places of [3, columns]; add an initializer for the others:"
                                + " @Slice(value = \"…\", use = …) beside it [SliceCoverage]"));
    }

    @Test
    void refusesSlicesWithNothingInThem() {
        given(8).slice(4, 4, "@Ones", ones());
        net.parameter("v").shape(0, 4).init("@Zeros", zeros()).slice(0, 0, "@Ones", ones());
        assertThat(findings())
                .containsExactly(
                        error(
                                "w.slice.0",
                                "w: the slice 4 : 4 has nothing in it; write \"4\" for one place, or leave it out [SliceEmpty]"));
    }

    private static AxisPlaces places(int axis, long from, long to, int step) {
        return new AxisPlaces(axis, Dimension.of(from), Dimension.of(to), step, Optional.empty());
    }

    private static AxisPlaces heads(long from, long to, long every) {
        return new AxisPlaces(0, Dimension.of(from), Dimension.of(to), 1, Optional.of(Dimension.of(every)));
    }

    private static AxisPlaces toTheEnd(long from) {
        return new AxisPlaces(1, Dimension.of(from), Numbers.size("columns"), 2, Optional.empty());
    }

    @Test
    void aScalarHasNoRowsToCover() {
        net.parameter("w").shape().onlySlices();
        assertThat(findings()).isEmpty();
    }

    /** A parameter with {@code @Zeros} for the rows that are in no slice. */
    private GivenParameter given(Object... sizes) {
        return net.parameter("w").shape(sizes).init("@Zeros", zeros());
    }

    private List<Reported> findings() {
        return net.findings(new SlicesFit());
    }
}
