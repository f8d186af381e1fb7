package good;

import static org.initweights.Initializers.normal;
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
 * Initialises the weights of {@link Tower.Dense}.
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
        model = "803f57a925a37ca3"
)
public final class Tower_DenseInit {
    static {
        Models.register(Tower.Dense.class, Tower_DenseInit::collect);
    }

    private Tower_DenseInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Tower.Dense model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Tower.Dense model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Tower.Dense model) {
        return ParameterCollector.collect(model, Tower_DenseInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Tower.Dense model) {
        return ParameterCollector.plan(model, Tower_DenseInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Tower.Dense model, ParameterCollector parameters) {
        // weight [2, 2]: Kaiming normal, fan_in 2, gain(relu) √2 → std 1
        model.weight = parameters.addOrAllocate("weight", FLOATS, model.weight,
                TensorShape.of(2, 2), normal(0, 1));

        model.bias = parameters.addOrAllocate("bias", FLOATS, model.bias,
                TensorShape.of(2), zeros());
    }
}
