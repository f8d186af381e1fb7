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
    static {
        Models.register(Attention.Scale.class, Attention_ScaleInit::collect);
    }

    private Attention_ScaleInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Attention<?>.Scale model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Attention<?>.Scale model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Attention<?>.Scale model) {
        return ParameterCollector.collect(model, Attention_ScaleInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Attention<?>.Scale model) {
        return ParameterCollector.plan(model, Attention_ScaleInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Attention<?>.Scale model, ParameterCollector parameters) {
        model.shift = parameters.addOrAllocate("shift", FLOATS, model.shift,
                TensorShape.of(4), zeros());
    }
}
