package org.initweights.processor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Term;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.junit.jupiter.api.Test;

/** A shape is known if all its sizes are; else its rank is, and some sizes. */
class ShapeSpecTest {

    private final GivenParameter parameter = new GivenModel("Net").parameter("w");

    @Test
    void isKnownIfEachSizeIs() {
        ShapeSpec shape = parameter.shape(64, 3).shapeSpec();
        assertThat(shape.isKnown()).isTrue();
        assertThat(shape.known()).contains(TensorShape.of(64, 3));
        assertThat(shape.variables()).isEmpty();
        assertThat(shape).hasToString("[64, 3]");
    }

    @Test
    void hasItsRoles() {
        ShapeSpec shape = parameter
                .shape(2, 12, 3)
                .layout(Layout.OUT_IN_SPATIAL)
                .stacked(1)
                .packed(3)
                .groups(4)
                .shapeSpec();
        assertThat(shape.known())
                .contains(TensorShape.of(2, 12, 3).withStacked(1).withGroups(4).withPacked(3));
        assertThat(shape.roles().words()).isEqualTo(" (4 groups, 3 packed, stacked along the first axis)");
        assertThat(parameter
                        .stacked(2)
                        .groups(1)
                        .packed(1)
                        .layout(Layout.IN_OUT_SPATIAL)
                        .shapeSpec()
                        .roles()
                        .words())
                .isEqualTo(" (IN_OUT_SPATIAL, stacked along the first 2 axes)");
        assertThat(new GivenModel("Net").parameter("v").shapeSpec().roles().words())
                .isEmpty();
    }

    @Test
    void namesTheSizesThatAreNotKnown() {
        Dimension half = new Dimension(
                "in / 2",
                new Term.Binary(Operator.DIVIDED_BY, Numbers.size("in").term(), new Term.Whole(2)));
        ShapeSpec shape = parameter.shape("out", half, 3).shapeSpec();
        assertThat(shape.isKnown()).isFalse();
        assertThat(shape.known()).isEmpty();
        assertThat(shape.variables()).containsExactly(Numbers.variable("out"), Numbers.variable("in"));
        assertThat(shape).hasToString("[out, in / 2, 3]");
    }

    @Test
    void hasAnExampleOfItsRank() {
        ShapeSpec shape =
                parameter.shape("out", 3).layout(Layout.SPATIAL_IN_OUT).shapeSpec();
        assertThat(shape.example()).isEqualTo(TensorShape.of(1, 3).withLayout(Layout.SPATIAL_IN_OUT));
        assertThat(shape.example(6)).isEqualTo(TensorShape.of(6, 3).withLayout(Layout.SPATIAL_IN_OUT));
        assertThat(shape.inUsersWords("[1, 3] has no room")).isEqualTo("[out, 3] has no room");
    }

    @Test
    void refusesRolesThatNoSizesFit() {
        assertThatThrownBy(
                        () -> parameter.shape("out", 4).stacked(3).shapeSpec().check())
                .isInstanceOf(InitializationException.class);
        parameter.shape("out", 4).stacked(1).groups(3).packed(5).shapeSpec().check();
        assertThatThrownBy(() -> parameter.stacked(0).groups(0).shapeSpec().check())
                .isInstanceOf(InitializationException.class);
        assertThatThrownBy(() -> parameter.groups(1).packed(-1).shapeSpec().check())
                .isInstanceOf(InitializationException.class);
    }
}
