package org.initweights.internal.draw.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;

import java.util.stream.IntStream;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Layer;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.TorchBuild;
import org.initweights.TorchVersion;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the goldens do not show of {@link TorchSource}. */
class TorchSourceTest {

    @Test
    void goesOnWhereItStopped() {
        RandomSource source = RandomSource.torch(3);
        float[] first = draw(source, normal(), 7);
        float[] second = draw(source, normal(), 7);

        Weights together =
                Weights.of(builder -> builder.tensor("a", normal(), 7).tensor("b", normal(), 7));
        together.initialize(RandomSource.torch(3));

        assertThat(first).isEqualTo(together.floats("a")).isNotEqualTo(second);
        assertThat(second).isEqualTo(together.floats("b"));
    }

    /** As {@code torch.manual_seed}: the generator takes 32 bits. */
    @Test
    void theLow32BitsOfTheSeedCount() {
        assertThat(draw(RandomSource.torch(-1), uniform(0, 1), 5))
                .isEqualTo(draw(RandomSource.torch(0xFFFF_FFFFL), uniform(0, 1), 5));
        assertThat(draw(RandomSource.torch((1L << 32) + 9), uniform(0, 1), 5))
                .isEqualTo(draw(RandomSource.torch(9), uniform(0, 1), 5));
    }

    @Test
    void thoseOfPyTorch04AreNotKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomSource.torch(1, TorchVersion.V0_4))
                .withMessageStartingWith("the random numbers of PyTorch 0.4 are not reproduced");
    }

    @Test
    void saysWhatItIs() {
        assertThat(RandomSource.torch(1)).hasToString("RandomSource.torch(1, AVX2, CURRENT)");
        assertThat(RandomSource.torch(2, TorchBuild.SCALAR, TorchVersion.V2_11))
                .hasToString("RandomSource.torch(2, SCALAR, V2_11)");
    }

    /** Up to 2.11, {@code trunc_normal_} draws one uniform for each element, and no more. */
    @ParameterizedTest
    @EnumSource(TorchBuild.class)
    void olderTruncatedNormalsInvertUniforms(TorchBuild build) {
        RandomSource source = RandomSource.torch(5, build, TorchVersion.V2_11);
        float[] values = draw(source, truncNormal(1, 2, 0, 4), 1000);
        float[] next = draw(source, uniform(0, 1), 3);

        RandomSource uniforms = RandomSource.torch(5, build);
        float[] unit = draw(uniforms, uniform(0, 1), 1000);
        assertThat(draw(uniforms, uniform(0, 1), 3)).isEqualTo(next);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isBetween(0f, 4f);
            for (int j = 0; j < i % 10; j++) {
                assertThat(values[i] > values[j]).isEqualTo(unit[i] > unit[j]);
            }
        }
    }

    /** The median of the truncated distribution is that of the uniforms. */
    @Test
    void olderTruncatedNormalsAreQuantiles() {
        float[] values = draw(RandomSource.torch(5, TorchVersion.V2_11), truncNormal(0, 1, -2, 2), 20);
        float[] unit = draw(RandomSource.torch(5), uniform(0, 1), 20);

        for (int i = 0; i < values.length; i++) {
            double probability = (Math.max(-2, Math.min(2, values[i])) + 2) / 4;
            assertThat(unit[i] > 0.5).isEqualTo(probability > 0.5);
        }
    }

    @Test
    void refusesWhatPyTorchWouldDrawForever() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draw(RandomSource.torch(1), truncNormal(0, 1, 3, Double.POSITIVE_INFINITY), 10))
                .withMessageContaining("one of them is infinite");
    }

    /** The padding row is drawn with the others before it becomes 0. */
    @Test
    void aPaddingRowIsDrawn() {
        float[] plain = draw(RandomSource.torch(8), torchDefault(Layer.EMBEDDING), 6, 5);
        float[] padded =
                draw(RandomSource.torch(8), torchDefault(Layer.EMBEDDING).withRows(2, 3, zeros()), 6, 5);

        for (int i = 0; i < plain.length; i++) {
            assertThat(padded[i]).isEqualTo(i / 5 == 2 ? 0 : plain[i]);
        }
    }

    /** PyTorch constructs the out-projection first, wherever it is declared. */
    @Test
    void theOutProjectionOfAnAttentionIsDrawnFirst() {
        Weights behind =
                Weights.of(builder -> builder.tensor("in_proj_weight", torchDefault(Layer.MULTIHEAD_ATTENTION), 24, 8)
                        .tensor("in_proj_bias", torchDefault(Layer.MULTIHEAD_ATTENTION), 24)
                        .scope(
                                "out_proj",
                                inner -> inner.tensor("weight", torchDefault(Layer.LINEAR), 8, 8)
                                        .tensor("bias", zeros(), 8)));
        Weights before = Weights.of(builder -> builder.scope(
                        "out_proj",
                        inner -> inner.tensor("weight", torchDefault(Layer.LINEAR), 8, 8)
                                .tensor("bias", zeros(), 8))
                .tensor("in_proj_weight", torchDefault(Layer.MULTIHEAD_ATTENTION), 24, 8)
                .tensor("in_proj_bias", torchDefault(Layer.MULTIHEAD_ATTENTION), 24));
        behind.initialize(RandomSource.torch(11));
        before.initialize(RandomSource.torch(11));

        assertThat(behind.floats("in_proj_weight")).isEqualTo(before.floats("in_proj_weight"));
        assertThat(behind.floats("out_proj.weight"))
                .isEqualTo(before.floats("out_proj.weight"))
                .isEqualTo(draw(RandomSource.torch(11), torchDefault(Layer.LINEAR), 8, 8));
        assertThat(behind.floats("out_proj.bias")).containsOnly(0);
    }

    /** A linear layer behind an attention that is no square of its size is none of it. */
    @Test
    void anotherLayerIsNoOutProjection() {
        Weights weights =
                Weights.of(builder -> builder.tensor("in_proj_weight", torchDefault(Layer.MULTIHEAD_ATTENTION), 24, 8)
                        .scope("head", inner -> inner.tensor("weight", torchDefault(Layer.LINEAR), 4, 8)));
        weights.initialize(RandomSource.torch(11));

        assertThat(weights.floats("in_proj_weight"))
                .isEqualTo(draw(RandomSource.torch(11), torchDefault(Layer.MULTIHEAD_ATTENTION), 24, 8));
    }

    @Test
    void whatIsEmptyDrawsNothing() {
        RandomSource source = RandomSource.torch(1);
        draw(source, uniform(0, 1), 0);
        draw(source, normal(), 0, 4);

        assertThat(draw(source, uniform(0, 1), 3)).isEqualTo(draw(RandomSource.torch(1), uniform(0, 1), 3));
    }

    /** What storages round to is the same, whatever they keep. */
    @Test
    void bfloat16RoundsWhatFloatsAre() {
        Weights halves = Weights.of(builder -> builder.tensor("w", TensorShape.of(64), DType.BF16, uniform(-1, 1)));
        halves.initialize(RandomSource.torch(4));
        float[] floats = draw(RandomSource.torch(4), uniform(-1, 1), 64);

        IntStream.range(0, 64).forEach(i -> assertThat(halves.get("w").get(i)).isCloseTo(floats[i], offset(0x1p-8)));
    }

    private static float[] draw(RandomSource source, Initializer initializer, long... dims) {
        return Weights.of(builder -> builder.tensor("w", initializer, dims))
                .initialize(source)
                .floats("w");
    }
}
