package good;

import static org.initweights.Initializers.zeros;
import static org.initweights.collect.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Attention.Pair}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>left</td><td>[2, 2]</td><td>zeros</td><td>0</td><td>4</td></tr>
 * <tr><td>stem.conv</td><td>[64, 3, 7, 7]</td><td>Kaiming normal</td><td>N(0, 0.02525²)</td><td>9,408</td></tr>
 * <tr><td>stem.bnWeight</td><td>[64]</td><td>ones</td><td>1</td><td>64</td></tr>
 * <tr><td>stem.bnBias</td><td>[64]</td><td>zeros</td><td>0</td><td>64</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "be3a2b6598d758e2"
)
public final class Attention_PairInit {
    static {
        Models.register(Attention.Pair.class, Attention_PairInit::collect);
    }

    private Attention_PairInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Attention.Pair model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Attention.Pair model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Attention.Pair model) {
        return ParameterCollector.collect(model, Attention_PairInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Attention.Pair model) {
        return ParameterCollector.plan(model, Attention_PairInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Attention.Pair model, ParameterCollector parameters) {
        parameters.addBehind("left", FLOATS, model::left,
                TensorShape.of(2, 2), zeros());

        if (model.stem() != null) {
            parameters.visit("stem", parameters.same("stem", model.stem(), model.stem()),
                    StemInit::collect);
        }
    }
}
