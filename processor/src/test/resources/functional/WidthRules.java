package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Optimizer.ADAM;
import static org.initweights.Optimizer.SGD;

import java.util.List;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupOutput;
import org.initweights.recipe.MupVector;

/** Roles of widths whose numbers come from the shape of each parameter. */
public final class WidthRules {

    static class Linear {
        final int in;
        final int out;

        @Shape(dims = "out, in")
        @MupHidden(base = 1)
        float[] weight;

        @Shape(dims = "out")
        @MupVector(base = 1)
        float[] bias;

        Linear(int in, int out) {
            this.in = in;
            this.out = out;
        }
    }

    /** One annotation for matrices of all shapes: their base is as large a part of their inputs as that of the width is. */
    @MupHidden
    @Formula(gain = "sqrt(shape.in / width)", base = "shape.in * base / width")
    @interface Hidden {}

    @MupVector
    @Formula(base = "elements * base / width")
    @interface Bias {}

    @MupOutput(gain = 0)
    @Formula(base = "base")
    @interface Readout {}

    @InitWeights
    @InitRule(type = Linear.class, param = "weight", use = Hidden.class)
    @InitRule(type = Linear.class, param = "bias", use = Bias.class)
    @InitRule(param = "head.weight", use = Readout.class, priority = 1)
    @InitRule(param = "head.bias", use = Zeros.class, priority = 1)
    static class Net {
        final int width;
        final int base;
        final List<Linear> layers;
        final Linear head;

        /** Its last rows are a role of the same numbers, and so not mixed. */
        @Shape(dims = "2 * width, width")
        @Hidden
        @Slice(value = "width : 2 * width", use = Hidden.class)
        float[] two;

        Net(int width, int base) {
            this.width = width;
            this.base = base;
            layers = List.of(new Linear(width, 4 * width), new Linear(4 * width, width));
            head = new Linear(width, 10);
        }
    }

    @InitWeights
    @InitRule(param = "*.weight", use = Hidden.class)
    @InitRule(param = "*.bias", use = Bias.class)
    static class One {
        final int width = 32;
        final int base;
        final Linear only = new Linear(width, width);

        One(int base) {
            this.base = base;
        }
    }

    private WidthRules() {}

    public static void check() {
        Plan plan = WidthRules_NetInit.plan(new Net(32, 8));
        checkScales(plan.parameters());
        checkScales(Plan.parse(plan.toJson()).parameters());
        checkScales(WidthRules_NetInit.parameters(new Net(32, 8)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WidthRules_OneInit.plan(new One(0)))
                .withMessageContaining("only.weight: mupHidden(base = 0) is refused");
    }

    private static void checkScales(Parameters parameters) {
        for (Parameter parameter : parameters) {
            boolean isMatrix = parameter.shape().rank() == 2;
            boolean isHead = parameter.name().startsWith("head.");
            assertThat(parameter.learningRateScale(ADAM))
                    .as(parameter.name())
                    .isEqualTo(isMatrix && !isHead ? 0.25 : 1);
            assertThat(parameter.learningRateScale(SGD))
                    .as(parameter.name())
                    .isEqualTo(parameter.name().endsWith("head.weight") || (!isMatrix && !isHead) ? 4 : 1);
            assertThat(parameter.outputMultiplier())
                    .as(parameter.name())
                    .isEqualTo(parameter.name().equals("head.weight") ? 0.25 : 1);
        }
        assertThat(parameters.get("layers.1.weight").fill().std()).isEqualTo(1 / Math.sqrt(32));
        assertThat(parameters.size()).isEqualTo(7);
    }
}
