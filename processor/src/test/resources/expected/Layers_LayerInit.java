package good;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Layers.Layer}.
 *
 * Its parameters are those of the class that it is: {@link Layers.Dense}, {@link Layers.Scale}.
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "7a5f0a949b6e76e2"
)
final class Layers_LayerInit {
    static {
        Models.register(Layers.Layer.class, Layers_LayerInit::collect);
    }

    private Layers_LayerInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Layers.Layer model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Layers.Layer model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Layers.Layer model) {
        return ParameterCollector.collect(model, Layers_LayerInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Layers.Layer model) {
        return ParameterCollector.plan(model, Layers_LayerInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Layers.Layer model, ParameterCollector parameters) {
    }
}
