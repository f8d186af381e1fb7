package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Optimizer.ADAM;
import static org.initweights.Optimizer.SGD;

import java.util.List;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.annotation.Copy;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Table;
import org.initweights.annotation.Tie;
import org.initweights.annotation.TruncNormal;
import org.initweights.recipe.MupEmbedding;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupInput;
import org.initweights.recipe.MupSharedReadout;
import org.initweights.recipe.MupVector;
import org.initweights.recipe.S4dReal;
import org.initweights.recipe.WeightNormGain;

/** Ties of embeddings and readouts, and roles beside initializers, whose numbers are known when the model is made. */
public final class SharedReadouts {

    static class Linear {
        final int out;
        final int in;

        @Shape(dims = "out, in")
        @KaimingNormal
        float[] weight;

        Linear(int out, int in) {
            this.out = out;
            this.in = in;
        }
    }

    /** A start and a role in one annotation of the user's own. */
    @TruncNormal(a = -2, b = 2)
    @MupSharedReadout
    @Formula(base = "narrow")
    @interface Shared {}

    @InitWeights
    @InitRule(param = "wte.weight", use = Shared.class)
    @Tie(param = "head.weight", to = "wte.weight")
    static class Ruled {
        final int narrow = 8;
        final Linear wte;
        final Linear head;

        Ruled(int width) {
            wte = new Linear(10, width);
            head = new Linear(10, width);
        }
    }

    @InitWeights
    @Tie(param = "head", to = "wte")
    @Copy(param = "average", from = "wte")
    static class Own {
        final int width;
        final int base = 8;

        @Shape(dims = "10, width")
        @MupSharedReadout(std = 0.02)
        float[] wte;

        @Shape(dims = "10, width")
        float[] head;

        @Shape(dims = "10, width")
        @MupEmbedding
        @NonTrainable
        float[] average;

        @Shape(dims = "7, width")
        @Table("i0 + i1 / n1")
        @MupEmbedding
        float[] positions;

        @Shape(dims = "width, width")
        @MupHidden
        float[] v;

        @Shape(dims = "width, 1")
        @WeightNormGain(of = "v")
        @MupVector
        float[] g;

        @Shape(dims = "width, 4")
        @Decay
        float[] decay;

        Own(int width) {
            this.width = width;
        }
    }

    @S4dReal
    @Channels
    @interface Decay {}

    @MupInput
    @interface Channels {}

    private SharedReadouts() {}

    public static void check() {
        Plan ruled = SharedReadouts_RuledInit.plan(new Ruled(32));
        for (Parameters parameters : List.of(
                SharedReadouts_RuledInit.parameters(new Ruled(32)),
                ruled.parameters(),
                Plan.parse(ruled.toJson()).parameters())) {
            assertThat(parameters.get("head.weight").names()).containsExactly("wte.weight", "head.weight");
            scales(parameters, "head.weight", 1, 4, 0.25);
            assertThat(parameters.get("wte.weight").fill().upper()).isEqualTo(2);
        }
        Plan own = SharedReadouts_OwnInit.plan(new Own(32));
        for (Parameters parameters : List.of(
                SharedReadouts_OwnInit.parameters(new Own(32)),
                own.parameters(),
                Plan.parse(own.toJson()).parameters())) {
            scales(parameters, "wte", 1, 4, 0.25);
            scales(parameters, "head", 1, 4, 0.25);
            scales(parameters, "average", 1, 4, 0.25);
            scales(parameters, "positions", 1, 4, 1);
            scales(parameters, "v", 0.25, 1, 1);
            scales(parameters, "g", 1, 4, 1);
            scales(parameters, "decay", 1, 4, 1);
        }
        Own model = new Own(32);
        SharedReadouts_OwnInit.initWeights(model, RandomSource.seeded(3));
        assertThat(model.head).isSameAs(model.wte);
        assertThat(model.positions[32 + 1]).isEqualTo((float) (1 + 1 / 32.0));
        for (int row = 0; row < 32; row++) {
            double sum = 0;
            for (int column = 0; column < 32; column++) {
                sum += (double) model.v[32 * row + column] * model.v[32 * row + column];
            }
            assertThat(model.g[row]).isEqualTo((float) Math.sqrt(sum));
        }
    }

    private static void scales(Parameters parameters, String name, double adam, double sgd, double output) {
        Parameter parameter = parameters.get(name);
        assertThat(parameter.learningRateScale(ADAM)).as("Adam: %s", name).isEqualTo(adam);
        assertThat(parameter.learningRateScale(SGD)).as("SGD: %s", name).isEqualTo(sgd);
        assertThat(parameter.outputMultiplier()).as("output: %s", name).isEqualTo(output);
    }
}
