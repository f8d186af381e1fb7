package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.annotation.*;

/** Slices of any axis, with steps, and interleaved by head, whose numbers are known when the model is built or before. */
public class SlicedAxes {

    @Table("i0 * n1 + i1")
    public @interface Counted {}

    @Ones
    @Slice(value = "n1 / 3 : 2 * n1 / 3", axis = 1)
    public @interface Keys {}

    @Ones
    @Slice(value = "size : 2 * size", every = "3 * size")
    public @interface KeyOfHeads {
        int size();
    }

    @InitWeights
    public static class Model {
        final int heads;
        final int size;
        static final int COLUMNS = 6;

        Model(int heads, int size) {
            this.heads = heads;
            this.size = size;
        }

        @Shape({2, 6}) @Zeros @Slice(value = "1 :", axis = 1, step = 3, use = Counted.class) float[] steps;
        @Shape(value = {4, 12}, layout = Layout.SPATIAL_IN_OUT, packed = 3) @XavierUniform
        @Slice(value = "8 : 12", axis = -1, use = Zeros.class) float[] qkv;
        @Shape(dims = "heads * 3 * size, 2") @Zeros
        @Slice(value = "size : 2 * size", every = "3 * size", use = Counted.class) float[] interleaved;
        @Shape(dims = "heads * 6, 2") @Zeros @KeyOfHeads(size = 2) float[] composed;
        @Shape({2, 6}) @Zeros @Keys float[] keys;
        @Shape(dims = "1, heads, size") @Ones @Slice(value = "0", axis = 1, use = Zeros.class) float[] positions;
        @Shape(dims = "2, COLUMNS")
        @Slice(value = "0:", axis = 1, step = 2, use = Ones.class) @Slice(value = "1:", axis = 1, step = 2, use = Zeros.class)
        float[] stripes;
    }

    @InitWeights
    public static class Odd {
        final int every = Integer.parseInt("5");
        @Shape(12) @Zeros @Slice(value = "0 : 2", every = "every", use = Ones.class) float[] bias;
    }

    @InitWeights
    public static class None {
        final int every = Integer.parseInt("0");
        @Shape(12) @Zeros @Slice(value = "0 : 2", every = "every", use = Ones.class) float[] bias;
    }

    public static void check() {
        Model model = new Model(2, 3);
        SlicedAxes_ModelInit.initWeights(model, 1);
        assertThat(model.steps).containsExactly(0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 0);
        for (int i = 0; i < 48; i++) {
            assertThat(model.qkv[i] == 0).isEqualTo(i % 12 >= 8);
        }
        for (int i = 0, next = 0; i < 36; i++) {
            int row = i / 2 % 9;
            assertThat(model.interleaved[i]).isEqualTo(row >= 3 && row < 6 ? next++ : 0);
        }
        for (int i = 0; i < 24; i++) {
            int row = i / 2 % 6;
            assertThat(model.composed[i]).isEqualTo(row >= 2 && row < 4 ? 1 : 0);
        }
        assertThat(model.keys).containsExactly(0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0);
        assertThat(model.positions).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(model.stripes).containsExactly(1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
        Parameters parameters = SlicedAxes_ModelInit.parameters(model);
        assertThat(parameters.get("interleaved").fill().mean()).isEqualTo(5.5 / 3);
        float[] part = new float[5];
        parameters.get("qkv").draw(7, 5, RandomSource.seeded(1), part);
        assertThat(part).containsExactly(model.qkv[7], 0, 0, 0, 0);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> SlicedAxes_OddInit.initWeights(new Odd(), 1))
                .withMessageStartingWith("bias")
                .withMessageContaining("12 / 5 leaves 2")
                .withMessageContaining("[SliceEvery]");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> SlicedAxes_NoneInit.initWeights(new None(), 1))
                .withMessageContaining("has blocks of 0 places")
                .withMessageContaining("[SliceEvery]");
    }
}
