package good;

import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
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
 * Initialises the weights of {@link Stem}.
 *
 * <table>
 * <caption>Parameters: 9,536 elements in total</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>conv</td><td>[64, 3, 7, 7]</td><td>Kaiming normal</td><td>N(0, 0.02525²)</td><td>9,408</td></tr>
 * <tr><td>bnWeight</td><td>[64]</td><td>ones</td><td>1</td><td>64</td></tr>
 * <tr><td>bnBias</td><td>[64]</td><td>zeros</td><td>0</td><td>64</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "2a6911ad4ace756f"
)
public final class StemInit {
    static {
        Models.register(Stem.class, StemInit::collect);
    }

    private StemInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Stem model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Stem model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Stem model) {
        return ParameterCollector.collect(model, StemInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Stem model) {
        return ParameterCollector.plan(model, StemInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Stem model, ParameterCollector parameters) {
        // conv [64, 3, 7, 7]: Kaiming normal, fan_out 3136, gain(relu) √2 → std 0.02525
        model.conv = parameters.addOrAllocate("conv", FLOATS, model.conv,
                TensorShape.of(64, 3, 7, 7), normal(0, 0.02525381361380527));

        model.bnWeight = parameters.addOrAllocate("bnWeight", FLOATS, model.bnWeight,
                TensorShape.of(64), ones());

        model.bnBias = parameters.addOrAllocate("bnBias", FLOATS, model.bnBias,
                TensorShape.of(64), zeros());
    }
}
