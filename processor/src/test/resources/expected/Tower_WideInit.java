package good;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Tower.Wide}.
 *
 * <table>
 * <caption>Parameters: 6 elements in total</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>weight</td><td>[2, 2]</td><td>Kaiming normal</td><td>N(0, 1²)</td><td>4</td></tr>
 * <tr><td>bias</td><td>[2]</td><td>zeros</td><td>0</td><td>2</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "e3b0c44298fc1c14"
)
public final class Tower_WideInit {
    static {
        Models.register(Tower.Wide.class, Tower_WideInit::collect);
    }

    private Tower_WideInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Tower.Wide model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Tower.Wide model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Tower.Wide model) {
        return ParameterCollector.collect(model, Tower_WideInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Tower.Wide model) {
        return ParameterCollector.plan(model, Tower_WideInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Tower.Wide model, ParameterCollector parameters) {
        // inherited from Dense
        Tower_DenseInit.collect(model, parameters);
    }
}
