package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.util.List;
import org.initweights.Axes;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.rule.SlicedRule.Rows;
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
        Rows rows = new Rows(2, 5, ones());
        assertThat(rows.shapeIn(SHAPE)).isEqualTo(TensorShape.of(3, 2, 3));
        assertThat(rows.shapeIn(SHAPE.withGroups(2))).isEqualTo(TensorShape.of(3, 2, 3));
        assertThat(rows.shapeIn(SHAPE.withStacked(1)))
                .isEqualTo(TensorShape.of(3, 2, 3).withStacked(1));
        assertThat(rows.shapeIn(SHAPE.withLayout(Layout.IN_OUT_SPATIAL)))
                .isEqualTo(TensorShape.of(3, 2, 3).withLayout(Layout.IN_OUT_SPATIAL));
        Axes axes = Axes.of(List.of(1), List.of(0, 2));
        assertThat(rows.shapeIn(SHAPE.withAxes(axes)))
                .isEqualTo(TensorShape.of(3, 2, 3).withAxes(axes));
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
