package good;

import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.generated.Generated;
import org.initweights.generated.ParameterCollector;

/**
 * Initialises the weights of {@link Layers}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>layers.*.*</td><td colspan="4">those of {@link Layers.Layer}</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "d90828f098a274d0"
)
final class LayersInit {
    private LayersInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Layers model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Initialises every parameter of {@code model}. Before the first is written, those that are null are
     * allocated and the lengths of the others are checked.
     *
     * @throws IllegalArgumentException if a parameter's length does not fit its shape
     */
    static void initWeights(Layers model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * Every parameter of {@code model}, named, with its shape and storage; null ones are allocated first.
     */
    static Parameters parameters(Layers model) {
        return ParameterCollector.collect(model, LayersInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it; writes no element.
     */
    static void collect(Layers model, ParameterCollector parameters) {
        parameters.visitEach("layers", model.layers, Layers_LayerInit::collect);
    }
}
