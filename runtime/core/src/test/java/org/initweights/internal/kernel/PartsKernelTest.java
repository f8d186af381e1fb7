package org.initweights.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.initweights.internal.draw.seeded.SeededSource;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.junit.jupiter.api.Test;

/** Stacks of matrices, and rows that follow rules of their own. */
class PartsKernelTest {

    private static float[] draw(Initializer initializer, TensorShape shape) {
        float[] values = new float[(int) shape.elements()];
        Fill fill = initializer.resolve(shape);
        FillKernel.write(fill, new FloatArrayStorage(values), new SeededSource(3).sampler("weight"));
        return values;
    }

    @Test
    void everyExpertIsOrthogonalAndNoTwoAreTheSame() {
        float[] values = draw(Initializers.orthogonal(), TensorShape.of(3, 4, 8).withStacked(1));
        for (int expert = 0; expert < 3; expert++) {
            for (int a = 0; a < 4; a++) {
                for (int b = 0; b < 4; b++) {
                    double dot = 0;
                    for (int i = 0; i < 8; i++) {
                        dot += (double) values[expert * 32 + a * 8 + i] * values[expert * 32 + b * 8 + i];
                    }
                    assertThat(dot).isCloseTo(a == b ? 1 : 0, offset(1e-6));
                }
            }
        }
        assertThat(Arrays.copyOfRange(values, 0, 32)).isNotEqualTo(Arrays.copyOfRange(values, 32, 64));
    }

    @Test
    void everyPackedGateIsTheIdentity() {
        float[] values = draw(Initializers.eye(), TensorShape.of(8, 2).withPacked(4));
        assertThat(values).containsExactly(1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1);
    }

    @Test
    void slicesFollowTheirOwnRule() {
        Initializer forgetGate = Initializers.zeros().withRows(2, 4, Initializers.ones());
        assertThat(draw(forgetGate, TensorShape.of(8))).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void rowsOutsideTheSlicesKeepTheirValues() {
        TensorShape shape = TensorShape.of(100, 16);
        float[] whole = draw(Initializers.normal(0, 0.02), shape);
        float[] padded = draw(Initializers.normal(0, 0.02).withRows(0, 1, Initializers.zeros()), shape);
        assertThat(Arrays.copyOfRange(padded, 0, 16)).containsOnly(0);
        assertThat(Arrays.copyOfRange(padded, 16, 1600)).isEqualTo(Arrays.copyOfRange(whole, 16, 1600));
    }

    @Test
    void aSliceTakesItsOwnFans() {
        Fill fill = Initializers.zeros()
                .withRows(0, 64, Initializers.xavierUniform())
                .withRows(64, 128, Initializers.xavierUniform())
                .resolve(TensorShape.of(128, 64));
        assertThat(fill.upper()).isEqualTo(Math.sqrt(6.0 / 128));
        assertThat(fill.std()).isCloseTo(Math.sqrt(2.0 / 128), offset(1e-12));
    }

    @Test
    void momentsAreThoseOfAnElementAtRandom() {
        Fill fill = Initializers.zeros().withRows(2, 4, Initializers.ones()).resolve(TensorShape.of(8, 3));
        assertThat(fill.mean()).isEqualTo(0.25);
        assertThat(fill.std()).isCloseTo(Math.sqrt(0.25 * 0.75), offset(1e-15));
        assertThat(fill.lower()).isEqualTo(0);
        assertThat(fill.upper()).isEqualTo(1);
    }

    @Test
    void refusesRowsThatOverlapOrAreNotThere() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Initializers.zeros()
                        .withRows(0, 3, Initializers.ones())
                        .withRows(2, 4, Initializers.ones())
                        .resolve(TensorShape.of(8)))
                .matches(e -> e.id().equals("SliceOverlap"));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() ->
                        Initializers.zeros().withRows(6, 9, Initializers.ones()).resolve(TensorShape.of(8)))
                .matches(e -> e.id().equals("SliceRange"));
    }

    @Test
    void refusesRowsThatAreGivenTwiceByEqualRules() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Initializers.normal(0, 1)
                        .withRows(0, 3, Initializers.zeros())
                        .withRows(0, 3, Initializers.zeros())
                        .resolve(TensorShape.of(8)))
                .withMessage("withRows has rows 0 : 3 and rows 0 : 3, which overlap [SliceOverlap]");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Initializers.normal(0, 1)
                        .withRows(0, 3, Initializers.zeros())
                        .withRows(4, 5, Initializers.zeros())
                        .withRows(4, 5, Initializers.zeros())
                        .resolve(TensorShape.of(8)))
                .matches(e -> e.id().equals("SliceOverlap"));
    }
}
