package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Fans of weights that are packed side by side or stacked. */
class TensorShapeRolesTest {

    @Test
    void packedWeightsHaveTheFansOfOneOfThem() {
        TensorShape qkv = TensorShape.of(192, 64).withPacked(3);
        assertThat(qkv.fans()).isEqualTo(new Fans(64, 64));
        TensorShape keras =
                TensorShape.of(64, 192).withLayout(Layout.SPATIAL_IN_OUT).withPacked(3);
        assertThat(keras.fans()).isEqualTo(new Fans(64, 64));
    }

    @Test
    void stackedWeightsHaveTheFansOfOneOfThem() {
        TensorShape experts = TensorShape.of(8, 256, 64).withStacked(1);
        assertThat(experts.fans()).isEqualTo(new Fans(64, 256));
        assertThat(experts.receptiveField()).isEqualTo(1);
        assertThat(TensorShape.of(2, 4, 16, 8, 3, 3).withStacked(2).fans()).isEqualTo(new Fans(72, 144));
        assertThat(TensorShape.of(4, 3, 3, 8, 16)
                        .withStacked(1)
                        .withLayout(Layout.SPATIAL_IN_OUT)
                        .fans())
                .isEqualTo(new Fans(72, 144));
    }

    @Test
    void groupsAndPackingCombine() {
        assertThat(TensorShape.of(96, 8, 3, 3).withGroups(4).withPacked(2).fans())
                .isEqualTo(new Fans(72, 108));
    }

    @Test
    void refusesPartsThatDoNotDivideTheOutChannels() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> TensorShape.of(100, 64).withPacked(3))
                .matches(e -> e.id().equals("ShapePacked") && "packed".equals(e.argument()))
                .withMessageContaining("has 100 out channels, which packed = 3 does not divide");
    }

    @Test
    void refusesToPackNumbers() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> TensorShape.of(6, 2).withPacked(2).withStacked(2))
                .matches(e -> e.id().equals("ShapePacked"))
                .withMessageContaining("has one number a weight, which packed = 2 cannot divide");
    }

    @Test
    void refusesMoreStackedAxesThanThereAre() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> TensorShape.of(4, 4).withStacked(3))
                .matches(e -> e.id().equals("ShapeStacked"));
    }

    @Test
    void aVectorPerExpertHasNoFan() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Initializers.kaimingNormal()
                        .resolve(TensorShape.of(8, 64).withStacked(1)))
                .matches(e -> e.id().equals("FanRank"));
    }
}
