package good;

import static org.initweights.Initializers.torchDefault;
import static org.initweights.Layer.LINEAR;
import static org.initweights.collect.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Linear}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>weight</td><td>[out, in]</td><td>PyTorch's Linear</td><td>U(±1 / √fan_in)</td><td>out · in</td></tr>
 * <tr><td>bias</td><td>[out]</td><td>PyTorch's Linear bias</td><td>U(±1 / √fan_in)</td><td>out</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "dc3841ca2aa22135"
)
public final class LinearInit {
    static {
        Models.register(Linear.class, LinearInit::collect);
    }

    private LinearInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Linear model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Linear model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Linear model) {
        return ParameterCollector.collect(model, LinearInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Linear model) {
        return ParameterCollector.plan(model, LinearInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Linear model, ParameterCollector parameters) {
        long out = model.out;
        long in = model.in;

        model.weight = parameters.addOrAllocate("weight", FLOATS, model.weight,
                parameters.dims("weight", "out, in", out, in), torchDefault(LINEAR));

        model.bias = parameters.addOrAllocate("bias", FLOATS, model.bias,
                parameters.dims("bias", "out", out),
                        torchDefault(LINEAR, parameters.dims("bias", "out, in", out, in)));
    }
}
