package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.initweights.HalfFormat;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.SingularSide;
import org.initweights.annotation.Constant;
import org.initweights.annotation.Copy;
import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Tie;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.SpectralVector;
import org.initweights.recipe.WeightNormGain;

/** Parameters that are computed of others, against loops. */
public final class Derived {

    static class Conv {
        final int out;
        final int in;

        @Shape(dims = "out, 1, 1")
        @WeightNormGain(of = "weight_v")
        float[] weight_g;

        @Shape(dims = "out, in, 3")
        @Normal
        float[] weight_v;

        Conv(int out, int in) {
            this.out = out;
            this.in = in;
        }
    }

    /** Behind accessors, in half floats, nested. */
    static class Odd {
        @Shape({3, 4})
        @Normal
        private double[][] v;

        @Shape(4)
        @WeightNormGain(of = "v", axis = 1)
        private double[] columns;

        @Shape({})
        @WeightNormGain(of = "v", axis = WeightNormGain.WHOLE)
        @HalfFloat(HalfFormat.BF16)
        short[] whole;

        public double[][] getV() {
            return v;
        }

        public void setV(double[][] v) {
            this.v = v;
        }

        public double[] getColumns() {
            return columns;
        }

        public void setColumns(double[] columns) {
            this.columns = columns;
        }
    }

    /** A transposed convolution: the out channels are on axis 1. */
    static class Spectral {
        @Shape({3, 4, 2})
        @Normal
        float[] weight;

        @Shape(4)
        @SpectralVector(of = "weight", side = SingularSide.LEFT, axis = 1, iterations = 400)
        @NonTrainable
        float[] u;

        @Shape(6)
        @SpectralVector(of = "weight", side = SingularSide.RIGHT, axis = 1, iterations = 400)
        @NonTrainable
        double[] v;
    }

    @Constant(2)
    @interface Two {}

    @WeightNormGain(of = "weight_v", axis = 1)
    @interface Columns {}

    static class Plain {
        @Shape({2, 3})
        @Normal
        float[] weight_v;

        @Shape(3)
        @Constant(1)
        float[] weight_g;
    }

    @InitWeights
    @InitRule(param = "convs.1.weight_v", use = Two.class)
    @InitRule(param = "plain.weight_g", use = Columns.class)
    @Copy(param = "target.**", from = "online.**")
    @Tie(param = "tied.weight_v", to = "online.weight_v")
    static class Net {
        final List<Conv> convs = List.of(new Conv(4, 2), new Conv(2, 2));

        @Shape(4)
        @WeightNormGain(of = "convs.0.weight_v")
        float[] outer;

        final Conv online = new Conv(3, 2);

        @NonTrainable
        final Conv target = new Conv(3, 2);

        final Conv tied = new Conv(3, 2);
        final Odd odd = new Odd();
        final Plain plain = new Plain();
    }

    @InitWeights
    static class Missing {
        final List<Conv> convs = List.of(new Conv(4, 2));

        @Shape(4)
        @WeightNormGain(of = "convs.1.weight_v")
        float[] outer;
    }

    static class Maybe {
        final boolean isNormed;

        @Shape({2, 3})
        @Normal
        float[] v;

        @Shape(dims = "2", onlyIf = "isNormed")
        @WeightNormGain(of = "v")
        float[] g;

        Maybe(boolean isNormed) {
            this.isNormed = isNormed;
        }
    }

    static class Wrong {
        final int rows;

        @Shape(dims = "rows, 3")
        @Zeros
        @NonTrainable
        float[] v;

        @Shape(3)
        @WeightNormGain(of = "v")
        float[] g;

        Wrong(int rows) {
            this.rows = rows;
        }
    }

    public static void check() {
        Net net = new Net();
        Parameters parameters = Derived_NetInit.parameters(net);
        parameters.initialize(RandomSource.torch(3));
        Conv first = net.convs.get(0);
        assertThat(first.weight_g).isEqualTo(rows(first.weight_v, 4));
        assertThat(net.outer).isEqualTo(first.weight_g);
        assertThat(net.convs.get(1).weight_g)
                .containsExactly((float) Math.sqrt(24), (float) Math.sqrt(24));
        assertThat(net.target.weight_v).isEqualTo(net.online.weight_v);
        assertThat(net.target.weight_g).isEqualTo(rows(net.online.weight_v, 3)).isNotSameAs(net.online.weight_g);
        assertThat(net.tied.weight_g).isEqualTo(net.online.weight_g);
        assertThat(parameters.get("target.weight_g").copyOf()).contains("online.weight_g");
        assertThat(parameters.get("tied.weight_g").derivedFrom()).contains("tied.weight_v");
        for (int column = 0; column < 4; column++) {
            double sum = 0;
            for (double[] row : net.odd.getV()) {
                sum += row[column] * row[column];
            }
            assertThat(net.odd.getColumns()[column]).isCloseTo(Math.sqrt(sum), Percentage.withPercentage(1e-12));
        }
        for (int column = 0; column < 3; column++) {
            double above = net.plain.weight_v[column];
            double below = net.plain.weight_v[3 + column];
            assertThat(net.plain.weight_g[column]).isEqualTo((float) Math.sqrt(above * above + below * below));
        }
        Parameters planned = Plan.parse(Derived_NetInit.plan(new Net()).toJson()).parameters();
        for (Parameter parameter : parameters) {
            double[] drawn = new double[(int) parameter.elements()];
            planned.get(parameter.name()).draw(0, drawn.length, RandomSource.torch(3), drawn);
            for (int i = 0; i < drawn.length; i++) {
                assertThat(drawn[i]).as(parameter.name()).isEqualTo(parameter.get(i));
            }
        }

        checkSpectral();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Derived_MissingInit.parameters(new Missing()))
                .withMessageContaining("outer: computed of convs.1.weight_v, but there is no such parameter");
        Maybe normed = new Maybe(true);
        Derived_MaybeInit.initWeights(normed, 1);
        assertThat(normed.g).isEqualTo(rows(normed.v, 2));
        assertThat(Derived_MaybeInit.parameters(new Maybe(false)).size()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Derived_WrongInit.initWeights(new Wrong(4), 1))
                .withMessageContaining("[4, 3] over all axes but 0, but [3] is not their shape; use [4, 1] or [4]");
        Wrong right = new Wrong(3);
        Derived_WrongInit.initWeights(right, 1);
        assertThat(right.g).containsExactly(0, 0, 0);
    }

    /** W · v = σ · u and Wᵀ · u = σ · v with one σ, and no vector is made longer than by that. */
    private static void checkSpectral() {
        Spectral model = new Spectral();
        Derived_SpectralInit.initWeights(model, 5);
        assertThat(Derived_SpectralInit.parameters(model).trainable().size()).isEqualTo(1);
        double[] left = new double[4];
        double[] right = new double[6];
        for (int i = 0; i < 24; i++) {
            int row = i / 2 % 4;
            int column = i / 8 * 2 + i % 2;
            left[row] += model.weight[i] * model.v[column];
            right[column] += (double) model.weight[i] * model.u[row];
        }
        double sigma = Math.sqrt(left[0] * left[0] + left[1] * left[1] + left[2] * left[2] + left[3] * left[3]);
        for (int row = 0; row < 4; row++) {
            assertThat(left[row] / sigma).isCloseTo(model.u[row], Percentage.withPercentage(0.01));
        }
        for (int column = 0; column < 6; column++) {
            assertThat(right[column] / sigma).isCloseTo(model.v[column], Percentage.withPercentage(0.01));
        }
        Random random = new Random(1);
        for (int trial = 0; trial < 1000; trial++) {
            double[] other = random.doubles(6, -1, 1).toArray();
            double[] product = new double[4];
            double square = 0;
            for (int i = 0; i < 24; i++) {
                product[i / 2 % 4] += model.weight[i] * other[i / 8 * 2 + i % 2];
            }
            for (double element : other) {
                square += element * element;
            }
            double longer = 0;
            for (double element : product) {
                longer += element * element;
            }
            assertThat(longer).isLessThan(square * sigma * sigma * 1.0001);
        }
    }

    private static float[] rows(float[] matrix, int rows) {
        float[] norms = new float[rows];
        int columns = matrix.length / rows;
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int column = 0; column < columns; column++) {
                double element = matrix[row * columns + column];
                sum += element * element;
            }
            norms[row] = (float) Math.sqrt(sum);
        }
        return norms;
    }
}
