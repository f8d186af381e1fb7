package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initweights.Axes;
import org.initweights.Layout;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.annotation.Formula;
import org.initweights.annotation.LecunNormal;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.XavierUniform;
import org.initweights.recipe.EfficientNetConv;

/** Groups and packed parts that are sizes of the model, and the axes of JAX. */
public final class AxesOfModels {

    static class Conv {
        final int in;
        final int out;
        final int groups;

        @Shape(dims = "out, in / groups, 3, 3", groupsOf = "groups")
        @EfficientNetConv
        float[] weight;

        @Shape(dims = "2 * groups * out, in", packedOf = "2 * groups")
        @XavierUniform
        float[] packed;

        Conv(int in, int out, int groups) {
            this.in = in;
            this.out = out;
            this.groups = groups;
        }
    }

    static class Odd {
        final int groups = Integer.parseInt("3");

        @Shape(value = {64, 8, 3, 3}, groupsOf = "groups")
        @LecunNormal
        float[] weight;
    }

    static class Attention {
        final int heads;

        @Shape(value = {512, 8, 64}, inAxes = 0, outAxes = {1, 2})
        @LecunNormal
        float[] query;

        @Shape(dims = "heads, 64, 512", inAxes = {0, 1}, outAxes = 2)
        @LecunNormal
        float[] output;

        @Shape(value = {8, 16, 32}, inAxes = 1, outAxes = -1, batchAxes = 0)
        @Normal
        @Formula(std = "fan_in + fan_out / 100 + kernel / 1000")
        float[] batched;

        @Shape(dims = "4, 5, 6, heads", inAxes = {0, 3}, outAxes = 1)
        @Normal
        @Formula(std = "fan_in + fan_out / 1000 + kernel / 10000")
        float[] kernel;

        @Shape(value = {512, 8, 64}, inAxes = 0, outAxes = {1, 2})
        @Orthogonal
        float[] orthogonal;

        Attention(int heads) {
            this.heads = heads;
        }
    }

    public static void check() {
        Parameters depthwise = AxesOfModels_ConvInit.parameters(new Conv(64, 64, 64));
        assertThat(depthwise.get("weight").fill().std()).isCloseTo(Math.sqrt(2.0 / 9), within(1e-12));
        assertThat(depthwise.get("weight").shape().groups()).isEqualTo(64);
        assertThat(depthwise.get("packed").shape())
                .isEqualTo(TensorShape.of(128 * 64, 64).withPacked(128));
        assertThat(AxesOfModels_ConvInit.parameters(new Conv(64, 64, 1)).get("weight").fill().std())
                .isCloseTo(Math.sqrt(2.0 / (9 * 64)), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AxesOfModels_OddInit.parameters(new Odd()))
                .withMessageContaining("weight: shape [64, 8, 3, 3] has 64 channels, which groups = 3 does not divide");

        Attention attention = new Attention(8);
        Parameters parameters = AxesOfModels_AttentionInit.parameters(attention);
        assertThat(parameters.get("query").fill().std()).isCloseTo(1 / Math.sqrt(512), within(1e-12));
        assertThat(parameters.get("query").shape().axes()).contains(Axes.of(List.of(0), List.of(1, 2)));
        assertThat(parameters.get("output").fill().std()).isCloseTo(1 / Math.sqrt(512), within(1e-12));
        assertThat(parameters.get("batched").shape())
                .isEqualTo(TensorShape.of(8, 16, 32).withStacked(1).withLayout(Layout.SPATIAL_IN_OUT));
        assertThat(parameters.get("batched").fill().std()).isCloseTo(16.321, within(1e-9));
        assertThat(parameters.get("kernel").fill().std()).isCloseTo(4 * 8 * 6 + 0.03 + 0.0006, within(1e-9));
        AxesOfModels_AttentionInit.initWeights(attention, 1);
        assertThat(attention.orthogonal[0]).isNotZero();
    }
}
