package good;

import static org.initweights.Initializers.ones;
import static org.initweights.generated.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.generated.Generated;
import org.initweights.generated.ParameterCollector;

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
    private Layers_ScaleInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Layers.Scale model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Initialises every parameter of {@code model}. Before the first is written, those that are null are
     * allocated and the lengths of the others are checked.
     *
     * @throws IllegalArgumentException if a parameter's length does not fit its shape
     */
    static void initWeights(Layers.Scale model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * Every parameter of {@code model}, named, with its shape and storage; null ones are allocated first.
     */
    static Parameters parameters(Layers.Scale model) {
        return ParameterCollector.collect(model, Layers_ScaleInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it; writes no element.
     */
    static void collect(Layers.Scale model, ParameterCollector parameters) {
        // weight [3]: ones
        parameters.add("weight", FLOATS, model.weight(),
                TensorShape.of(3), ones());
    }
}
