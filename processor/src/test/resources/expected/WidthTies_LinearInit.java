package good;

import static org.initweights.Initializers.mupInput;
import static org.initweights.collect.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link WidthTies.Linear}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>weight</td><td>[out, in]</td><td>µP input</td><td>std = 1 / √fan_in; learning rate × out / 1 with SGD</td><td>out · in</td></tr>
 * </table>
 *
 * <p>What width and depth do to learning rates and outputs (µP):
 * <ul>
 * <li>weight: learning rate × out / 1 with SGD
 * </ul>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "d06a975b43f99b11"
)
final class WidthTies_LinearInit {
    static {
        Models.register(WidthTies.Linear.class, WidthTies_LinearInit::collect);
    }

    private WidthTies_LinearInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(WidthTies.Linear model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(WidthTies.Linear model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(WidthTies.Linear model) {
        return ParameterCollector.collect(model, WidthTies_LinearInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(WidthTies.Linear model) {
        return ParameterCollector.plan(model, WidthTies_LinearInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(WidthTies.Linear model, ParameterCollector parameters) {
        long out = model.out;
        long in = model.in;

        model.weight = parameters.addOrAllocate("weight", FLOATS, model.weight,
                parameters.dims("weight", "out, in", out, in), mupInput(1, 1));
    }
}
