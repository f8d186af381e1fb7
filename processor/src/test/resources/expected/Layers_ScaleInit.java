package good;

import static org.initweights.Initializers.ones;
import static org.initweights.collect.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Layers.Scale}.
 *
 * <table>
 * <caption>Parameters: 3 elements in total</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>weight</td><td>[3]</td><td>ones</td><td>1</td><td>3</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "939bb836c5d3e403"
)
final class Layers_ScaleInit {
    static {
        Models.register(Layers.Scale.class, Layers_ScaleInit::collect);
    }

    private Layers_ScaleInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Layers.Scale model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Layers.Scale model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Layers.Scale model) {
        return ParameterCollector.collect(model, Layers_ScaleInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Layers.Scale model) {
        return ParameterCollector.plan(model, Layers_ScaleInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Layers.Scale model, ParameterCollector parameters) {
        parameters.addBehind("weight", FLOATS, model::weight,
                TensorShape.of(3), ones());
    }
}
