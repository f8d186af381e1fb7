package good;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Layers}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>layers.*.weight of {@link Layers.Dense}</td><td>[2, 3]</td><td>normal</td><td>N(0, 0.1²)</td><td>6</td></tr>
 * <tr><td>layers.*.weight of {@link Layers.Scale}</td><td>[3]</td><td>ones</td><td>1</td><td>3</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "226d46b7119dddc7"
)
final class LayersInit {
    static {
        Models.register(Layers.class, LayersInit::collect);
    }

    private LayersInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Layers model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Layers model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Layers model) {
        return ParameterCollector.collect(model, LayersInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Layers model) {
        return ParameterCollector.plan(model, LayersInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Layers model, ParameterCollector parameters) {
        parameters.visitEach("layers", model.layers, Layers_LayerInit::collect);
    }
}
