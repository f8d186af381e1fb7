package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.util.List;
import org.initweights.Axes;
import org.initweights.AxisSlice;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.SlicedFill;
import org.junit.jupiter.api.Test;

/** Rows with rules of their own. */
class SlicedRuleTest {

    private static final TensorShape SHAPE = TensorShape.of(8, 2, 3);

    /** A rule of a user, which has no words. */
    static final class Own implements Initializer {
        @Override
        public Fill resolve(TensorShape shape) {
            return new ConstantFill(7);
        }
    }

    /** A row is 6 elements. */
    @Test
    void rowsAreRangesOfElements() {
        assertThat(normal().withRows(1, 3, ones()).withRows(7, 8, zeros()).resolve(SHAPE))
                .isEqualTo(new SlicedFill(
                        new NormalFill(0, 1),
                        List.of(
                                new SlicedFill.Range(6, 18, new ConstantFill(1)),
                                new SlicedFill.Range(42, 48, new ConstantFill(0))),
                        48));
        assertThat(normal().withRows(0, 0, ones()).resolve(TensorShape.of(0, 3)))
                .isEqualTo(new SlicedFill(
                        new NormalFill(0, 1), List.of(new SlicedFill.Range(0, 0, new ConstantFill(1))), 0));
    }

    @Test
    void rowsMayTouchButNotOverlap() {
        assertThat(zeros().withRows(2, 4, ones())
                        .withRows(4, 8, ones())
                        .withRows(0, 2, ones())
                        .resolve(SHAPE))
                .isNotNull();
        Refusal.of(zeros().withRows(2, 4, ones()).withRows(3, 8, ones()), SHAPE)
                .withMessage("withRows has rows 2 : 4 and rows 3 : 8, which overlap [SliceOverlap]");
        Refusal.of(zeros().withRows(2, 4, ones()).withRows(0, 3, ones()), SHAPE)
                .withMessageEndingWith("[SliceOverlap]");
        Refusal.of(zeros().withRows(2, 4, ones()).withRows(4, 5, ones()).withRows(2, 3, ones()), SHAPE)
                .withMessage("withRows has rows 2 : 4 and row 2, which overlap [SliceOverlap]");
    }

    @Test
    void rowsAreWithinTheShape() {
        assertThat(zeros().withRows(0, 8, ones()).resolve(SHAPE)).isNotNull();
        assertThat(zeros().withRows(8, 8, ones()).resolve(SHAPE)).isNotNull();
        Refusal.of(zeros().withRows(0, 9, ones()), SHAPE)
                .withMessage("withRows has rows 0 : 9, but [8, 2, 3] has the rows 0 : 8 [SliceRange]");
        Refusal.of(zeros().withRows(-1, 2, ones()), SHAPE).withMessageEndingWith("[SliceRange]");
        Refusal.of(zeros().withRows(3, 2, ones()), SHAPE).withMessageEndingWith("[SliceRange]");
        Refusal.of(zeros().withRows(0, 1, ones()), TensorShape.of())
                .withMessage("withRows needs rows, and a scalar has none [SliceRank]");
    }

    /** They are a parameter of their own: with the fan of their rows, and no groups. */
    @Test
    void rowsAreAsAParameterOfTheirOwn() {
        assertThat(rows(SHAPE)).isEqualTo(TensorShape.of(3, 2, 3));
        assertThat(rows(SHAPE.withGroups(2))).isEqualTo(TensorShape.of(3, 2, 3));
        assertThat(rows(SHAPE.withStacked(1))).isEqualTo(TensorShape.of(3, 2, 3).withStacked(1));
        assertThat(rows(SHAPE.withLayout(Layout.IN_OUT_SPATIAL)))
                .isEqualTo(TensorShape.of(3, 2, 3).withLayout(Layout.IN_OUT_SPATIAL));
        Axes axes = Axes.of(List.of(1), List.of(0, 2));
        assertThat(rows(SHAPE.withAxes(axes))).isEqualTo(TensorShape.of(3, 2, 3).withAxes(axes));
    }

    private static TensorShape rows(TensorShape whole) {
        return PlacedSlice.of(AxisSlice.of(0, 2, 5), whole).shape();
    }

    /** Groups and packed weights stay where the slice leaves their axis alone. */
    @Test
    void aSliceOfAnotherAxisKeepsWhatTheRestMeans() {
        TensorShape packed = TensorShape.of(12, 8).withPacked(3);
        assertThat(PlacedSlice.of(AxisSlice.of(1, 0, 8).withStep(2), packed).shape())
                .isEqualTo(TensorShape.of(12, 4).withPacked(3));
        assertThat(PlacedSlice.of(AxisSlice.of(0, 0, 2).withEvery(6), packed).shape())
                .isEqualTo(TensorShape.of(4, 8));
        TensorShape keras =
                TensorShape.of(4, 12).withLayout(Layout.SPATIAL_IN_OUT).withPacked(3);
        assertThat(PlacedSlice.of(AxisSlice.of(1, 8, 12), keras).shape())
                .isEqualTo(TensorShape.of(4, 4).withLayout(Layout.SPATIAL_IN_OUT));
        assertThat(PlacedSlice.of(AxisSlice.of(0, 1, 3), keras).shape())
                .isEqualTo(
                        TensorShape.of(2, 12).withLayout(Layout.SPATIAL_IN_OUT).withPacked(3));
        TensorShape grouped = TensorShape.of(8, 2, 3).withGroups(4);
        assertThat(PlacedSlice.of(AxisSlice.of(2, 1, 2), grouped).shape())
                .isEqualTo(TensorShape.of(8, 2, 1).withGroups(4));
        TensorShape experts = TensorShape.of(4, 12, 8).withStacked(1).withPacked(3);
        assertThat(PlacedSlice.of(AxisSlice.of(0, 1, 3), experts).shape())
                .isEqualTo(TensorShape.of(2, 12, 8).withStacked(1).withPacked(3));
        assertThat(PlacedSlice.of(AxisSlice.of(1, 0, 4), experts).shape())
                .isEqualTo(TensorShape.of(4, 4, 8).withStacked(1));
    }

    @Test
    void refusesWhatAnAxisDoesNotHave() {
        refuses(AxisSlice.of(3, 0, 1), "withSlice has 0 of axis 3, but [8, 2, 3] has the axes 0 : 3 [SliceRank]");
        refuses(AxisSlice.of(-4, 0, 1), "withSlice has 0 of axis -4, but [8, 2, 3] has the axes 0 : 3 [SliceRank]");
        assertThat(zeros().withSlice(AxisSlice.of(-1, 1, 3), ones()).resolve(SHAPE))
                .isEqualTo(zeros().withSlice(AxisSlice.of(2, 1, 3), ones()).resolve(SHAPE));
        refuses(
                AxisSlice.of(2, 1, 4).withStep(2),
                "withSlice has 1 : 4 : 2 of axis 2, but [8, 2, 3] has the places 0 : 3 of axis 2 [SliceRange]");
        refuses(
                AxisSlice.of(0, 1, 5).withEvery(4),
                "withSlice has rows 1 : 5 of every 4, but a block has the rows 0 : 4 [SliceRange]");
        refuses(
                AxisSlice.of(0, 1, 3).withEvery(3),
                "withSlice has rows 1 : 3 of every 3, but 8 / 3 leaves 2; every must divide the rows 0 : 8 [SliceEvery]");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> AxisSlice.of(0, 0, 1).withStep(0))
                .withMessage("withSlice has the step 0; use 1 for each place, 2 for each second [SliceStep]");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> AxisSlice.of(0, 0, 1).withEvery(-1))
                .withMessageStartingWith("withSlice has blocks of -1 places; use 1 or more")
                .withMessageEndingWith("[SliceEvery]");
    }

    private static void refuses(AxisSlice slice, String message) {
        Refusal.of(zeros().withSlice(slice, ones()), SHAPE).withMessage(message);
    }

    @Test
    void slicesOfTwoAxesOverlap() {
        Refusal.of(
                        zeros().withRows(1, 2, ones())
                                .withSlice(AxisSlice.of(2, 0, 3).withStep(2), ones()),
                        SHAPE)
                .withMessage("withSlice has row 1 and 0 : 3 : 2 of axis 2, which overlap [SliceOverlap]");
        assertThat(zeros().withRows(1, 1, ones())
                        .withSlice(AxisSlice.of(2, 0, 3).withStep(2), ones())
                        .withSlice(AxisSlice.of(2, 1, 2), ones())
                        .resolve(SHAPE)
                        .mean())
                .isEqualTo(1);
    }

    /** A slice for each of 4,096 rows is as short as a few. */
    @Test
    void aRampIsOneLine() {
        Initializer ramp = zeros();
        for (int row = 0; row < 4096; row++) {
            ramp = ramp.withRows(row, row + 1, constant(row / 4096.0));
        }
        TensorShape shape = TensorShape.of(4096);
        assertThat(rule(ramp).explain(shape))
                .isEqualTo(
                        "row 0 zeros; row 1 constant 0.000244140625; row 2 constant 0.00048828125; row 3 constant 0.000732421875"
                                + "; … 4,091 slices …; row 4095 constant 0.999755859375");
        assertThat(rule(ramp).explain()).hasSizeLessThan(200);
        assertThat(ramp.resolve(shape).toString()).hasSizeLessThan(200).endsWith(", … (4,096 kinds)");
    }

    @Test
    void theBaseIsSaidWhereItIsSeen() {
        Rule some = rule(kaimingNormal().withRows(1, 3, ones()).withRows(7, 8, new Own()));
        assertThat(some.title()).isEqualTo("Kaiming normal, sliced");
        assertThat(some.explain()).isEqualTo("Kaiming normal; rows 1 : 3 ones; row 7 Own");
        assertThat(some.explain(SHAPE))
                .isEqualTo("Kaiming normal, fan_in 6, gain(relu) √2 → std 0.5774; rows 1 : 3 ones; row 7 7");
        Rule all = rule(new Own().withRows(0, 3, ones()).withRows(3, 8, zeros()));
        assertThat(all.title()).isEqualTo("Own, sliced");
        assertThat(all.explain(SHAPE)).isEqualTo("rows 0 : 3 ones; rows 3 : 8 zeros");
    }

    private static Rule rule(Initializer initializer) {
        return (Rule) initializer;
    }
}
