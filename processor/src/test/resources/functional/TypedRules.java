package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.constant;

import java.util.List;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.RuledParameters;
import org.initweights.Selection;
import org.initweights.Weights;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

/** Rules by the class of a model, which are given when the program runs. */
public class TypedRules {
    public static class Linear {
        @Shape(2) @Ones float[] weight;
    }

    public static class Low extends Linear {
        @Shape(2) @Ones float[] low;
    }

    public static class Norm {
        @Shape(2) @Ones float[] weight;
    }

    @InitWeights
    public static class Net {
        final List<Linear> layers = List.of(new Linear(), new Low());
        final Norm norm = new Norm();
        final Norm tied = norm;
    }

    public static void check() {
        Net net = new Net();
        Parameters parameters = TypedRules_NetInit.parameters(net);
        RuledParameters ruled = parameters
                .withRules(rules -> rules.ofType(Linear.class, constant(2))
                        .ofType(Low.class, constant(3))
                        .matching(Selection.named("**.weight").ofType(Norm.class), constant(4))
                        .all(constant(5)).optional())
                .initialize(1);
        assertThat(net.layers.get(0).weight).containsOnly(2);
        assertThat(net.layers.get(1).weight).containsOnly(3);
        assertThat(((Low) net.layers.get(1)).low).containsOnly(3);
        assertThat(net.norm.weight).containsOnly(4);
        assertThat(ruled.ruleFor("layers.1.low")).hasToString("ofType(Low)");
        assertThat(ruled.ruleFor("norm.weight")).hasToString("named(\"**.weight\").ofType(Norm)");
        assertThat(parameters.select(Selection.all().ofType(Low.class)).size()).isEqualTo(2);
        plansAndTensorsWithoutModels();
    }

    private static void plansAndTensorsWithoutModels() {
        Parameters planned = TypedRules_NetInit.plan(new Net()).parameters();
        assertThat(planned.select(Selection.all().ofType(Linear.class)).size()).isEqualTo(3);
        Parameters bare = Weights.of(w -> w.tensor("weight", Initializers.ones(), 2)).initialize(1).parameters();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bare.withRules(rules -> rules.ofType(Linear.class, constant(2))))
                .withMessageContaining("ofType(Linear) matches no parameter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.all().ofType(Linear.class).ofType(Norm.class))
                .withMessage("this selection is for Linear already");
    }
}
