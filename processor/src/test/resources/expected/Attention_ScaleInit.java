package good;

import static org.initweights.Initializers.zeros;
import static org.initweights.generated.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.generated.Generated;
import org.initweights.generated.ParameterCollector;

/**
 * Initialises the weights of {@link Attention.Scale}.
 *
 * <table>
 * <caption>Parameters: 4 elements in total</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>shift</td><td>[4]</td><td>zeros</td><td>0</td><td>4</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "b84370025e2d9d31"
)
public final class Attention_ScaleInit {
    private Attention_ScaleInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    public static void initWeights(Attention<?>.Scale model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Initialises every parameter of {@code model}. Before the first is written, those that are null are
     * allocated and the lengths of the others are checked.
     *
     * @throws IllegalArgumentException if a parameter's length does not fit its shape
     */
    public static void initWeights(Attention<?>.Scale model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * Every parameter of {@code model}, named, with its shape and storage; null ones are allocated first.
     */
    public static Parameters parameters(Attention<?>.Scale model) {
        return ParameterCollector.collect(model, Attention_ScaleInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it; writes no element.
     */
    public static void collect(Attention<?>.Scale model, ParameterCollector parameters) {
        // shift [4]: zeros
        model.shift = parameters.addOrAllocate("shift", FLOATS, model.shift,
                TensorShape.of(4), zeros());
    }
}
