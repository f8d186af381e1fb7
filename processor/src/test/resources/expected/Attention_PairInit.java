package good;

import static org.initweights.Initializers.zeros;
import static org.initweights.generated.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.generated.Generated;
import org.initweights.generated.ParameterCollector;

/**
 * Initialises the weights of {@link Attention.Pair}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>left</td><td>[2, 2]</td><td>zeros</td><td>0</td><td>4</td></tr>
 * <tr><td>stem.*</td><td colspan="4">those of {@link Stem}</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "1758c604d30ff07a"
)
public final class Attention_PairInit {
    private Attention_PairInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    public static void initWeights(Attention.Pair model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Initialises every parameter of {@code model}. Before the first is written, those that are null are
     * allocated and the lengths of the others are checked.
     *
     * @throws IllegalArgumentException if a parameter's length does not fit its shape
     */
    public static void initWeights(Attention.Pair model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * Every parameter of {@code model}, named, with its shape and storage; null ones are allocated first.
     */
    public static Parameters parameters(Attention.Pair model) {
        return ParameterCollector.collect(model, Attention_PairInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it; writes no element.
     */
    public static void collect(Attention.Pair model, ParameterCollector parameters) {
        // left [2, 2]: zeros
        parameters.add("left", FLOATS, model.left(),
                TensorShape.of(2, 2), zeros());

        if (model.stem() != null) {
            parameters.visit("stem", model.stem(), StemInit::collect);
        }
    }
}
