package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.EyeFill;
import org.initweights.internal.fill.PartsFill;
import org.junit.jupiter.api.Test;

/** Of stacked and packed weights a rule sees one at a time. */
class EachPartTest {

    @Test
    void aSingleWeightIsAllThereIs() {
        TensorShape shape = TensorShape.of(6, 4);
        assertThat(EachPart.of(shape)).isEqualTo(new EachPart(shape, 1));
    }

    @Test
    void stackedWeightsAreCountedByTheirAxes() {
        assertThat(EachPart.of(TensorShape.of(3, 2, 5, 4).withStacked(2)))
                .isEqualTo(new EachPart(TensorShape.of(5, 4), 6));
    }

    @Test
    void packedWeightsShareTheFirstAxis() {
        assertThat(EachPart.of(TensorShape.of(6, 4).withPacked(3))).isEqualTo(new EachPart(TensorShape.of(2, 4), 3));
        assertThat(EachPart.of(TensorShape.of(6).withPacked(3))).isEqualTo(new EachPart(TensorShape.of(2), 3));
    }

    @Test
    void stackedOnesMayBePacked() {
        TensorShape shape =
                TensorShape.of(5, 12, 2, 3).withStacked(1).withGroups(2).withPacked(3);
        assertThat(EachPart.of(shape))
                .isEqualTo(new EachPart(TensorShape.of(4, 2, 3).withGroups(2), 15));
    }

    @Test
    void weightsWithoutElementsAreNotCounted() {
        assertThat(EachPart.of(TensorShape.of(3, 0, 4).withStacked(1)))
                .isEqualTo(new EachPart(TensorShape.of(0, 4), 1));
    }

    @Test
    void weightsThatInterleaveAreRefused() {
        TensorShape shape =
                TensorShape.of(4, 6).withLayout(Layout.SPATIAL_IN_OUT).withPacked(3);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> EachPart.of(shape))
                .withMessage(
                        "shape [4, 6] needs weights that are packed along the first axis, but layout SPATIAL_IN_OUT has"
                                + " the out channels elsewhere; use one parameter each [PackedAxis]");
    }

    @Test
    void whatIsWrittenToOneIsWrittenToEach() {
        Fill eye = new EyeFill(2, 4);
        TensorShape part = TensorShape.of(2, 4);
        assertThat(new EachPart(part, 3).resolve(shape -> new EyeFill(shape.size(0), shape.size(1))))
                .isEqualTo(new PartsFill(eye, 3, 8));
        assertThat(new EachPart(part, 1).resolve(shape -> eye)).isEqualTo(eye);
        assertThat(new EachPart(part, 3).resolve(shape -> new ConstantFill(2))).isEqualTo(new ConstantFill(2));
        assertThat(new EachPart(part, 3).explain(Object::toString)).isEqualTo("[2, 4], each of 3");
        assertThat(new EachPart(part, 1).explain(Object::toString)).isEqualTo("[2, 4]");
    }
}
