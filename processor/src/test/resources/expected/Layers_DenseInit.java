package good;

import static org.initweights.Initializers.normal;
import static org.initweights.collect.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Layers.Dense}.
 *
 * <table>
 * <caption>Parameters: 6 elements in total</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>weight</td><td>[2, 3]</td><td>normal</td><td>N(0, 0.1²)</td><td>6</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "b5f1d9bbb91d13f9"
)
final class Layers_DenseInit {
    static {
        Models.register(Layers.Dense.class, Layers_DenseInit::collect);
    }

    private Layers_DenseInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Layers.Dense model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Layers.Dense model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Layers.Dense model) {
        return ParameterCollector.collect(model, Layers_DenseInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Layers.Dense model) {
        return ParameterCollector.plan(model, Layers_DenseInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Layers.Dense model, ParameterCollector parameters) {
        model.weight = parameters.addOrAllocate("weight", FLOATS, model.weight,
                TensorShape.of(2, 3), normal(0, 0.1));
    }
}
