package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.initweights.Parameters;
import org.initweights.annotation.*;

/** Tables and functions of what is drawn, whose expressions name numbers of the model, of annotations, of shapes. */
public class OwnValues {

    @Table("scale * (i0 + offset)")
    public @interface Ramp {
        double scale();

        @FromModel(optional = true)
        int offset() default 1;
    }

    @Uniform(a = 1, b = 2)
    @Transform("gain * x")
    public @interface Gained {
        double gain() default 3;
    }

    public static class Config {
        double theta() {
            return 100;
        }
    }

    public static class Model {
        static final int BASE = 7;
        final int width;
        final int offset = 5;
        final long wide = 1L << 40;
        double theta = 10;
        float half = 0.5f;
        final Config config = new Config();

        Model(int width) {
            this.width = width;
        }

        @Shape(dims = "width, 4") @Table("i0 * width + i1 + theta / BASE - half") double[] named;
        @Shape(dims = "2, width") @Table("config.theta() * i1 + n1 * wide") double[][] path;
        @Shape({3, 4}) @Table("fan_in + rows + i0 * 0 + model.width") double[] properties;
        @Shape(4) @Ramp(scale = 2) double[] ramp;
        @Shape(4) @Ramp(scale = 2, offset = 0) double[] ramp0;
        @Shape({4, 3}) @Zeros @Slice(value = "1 : 3", use = Counted.class) float[] sliced;
        @Shape(6) @Uniform @Transform("theta + x * width") double[] moved;
        @Shape(6) @Gained(gain = 4) @Transform("x + 100") double[] twice;
        @Shape(6) @Gained float[] once;
        @Shape(3) @Table("i0 == 2 ? -1 : i0") float[] chosen;
    }

    @Table("i0 * n1 + i1")
    public @interface Counted {}

    @InitWeights
    @InitRule(type = Inner.class, param = "w", use = Shaped.class)
    public static class Ruled {
        final double step = 0.25;
        final Inner inner = new Inner();
    }

    public static class Inner {
        @Shape(5) @Zeros float[] w;
    }

    @Table("step * i0 + elements")
    public @interface Shaped {
        @FromModel
        double step() default 0;
    }

    public static void check() {
        Model model = new Model(3);
        OwnValues_ModelInit.initWeights(model, 1);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(model.named[i * 4 + j]).isEqualTo(i * 3.0 + j + 10 / 7.0 - 0.5);
            }
        }
        assertThat(model.path[1]).containsExactly(3 * 0x1p40, 100 + 3 * 0x1p40, 200 + 3 * 0x1p40);
        assertThat(model.properties).containsOnly(4 + 3 + 3);
        assertThat(model.ramp).containsExactly(10, 12, 14, 16);
        assertThat(model.ramp0).containsExactly(0, 2, 4, 6);
        assertThat(model.sliced).containsExactly(0, 0, 0, 0, 1, 2, 3, 4, 5, 0, 0, 0);
        assertThat(model.chosen).containsExactly(0, 1, -1);
        for (int i = 0; i < 6; i++) {
            assertThat(model.moved[i]).isBetween(10.0, 13.0);
            assertThat(model.twice[i]).isBetween(104.0, 108.0);
            assertThat(model.once[i]).isBetween(3f, 6f);
        }
        Parameters parameters = OwnValues_ModelInit.parameters(model);
        assertThat(parameters.get("moved").fill().mean()).isCloseTo(11.5, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(parameters.get("twice").fill().lower()).isEqualTo(104);

        Ruled ruled = new Ruled();
        OwnValues_RuledInit.initWeights(ruled, 1);
        assertThat(ruled.inner.w).containsExactly(5, 5.25f, 5.5f, 5.75f, 6);

        Model endless = new Model(3);
        endless.theta = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> OwnValues_ModelInit.initWeights(endless, 1))
                .hasMessageContaining("named: table(")
                .hasMessageContaining("theta is Infinity, and needs a finite number");
        assertThat(endless.named).isNull();
    }
}
