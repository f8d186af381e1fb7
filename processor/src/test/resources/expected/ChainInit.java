package good;

import static org.initweights.Initializers.mupHidden;
import static org.initweights.Nonlinearity.RELU;
import static org.initweights.Nonlinearity.TANH;
import static org.initweights.collect.TensorType.FLOATS;

import org.initweights.ForwardPath;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Chain}.
 *
 * <table>
 * <caption>Parameters: 768 elements in total</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>in</td><td>[16, 16]</td><td>µP hidden</td><td>N(0, 0.3536²)</td><td>256</td></tr>
 * <tr><td>hidden</td><td>[16, 16]</td><td>µP hidden</td><td>N(0, 0.3536²)</td><td>256</td></tr>
 * <tr><td>out</td><td>[16, 16]</td><td>µP hidden</td><td>N(0, 0.4167²)</td><td>256</td></tr>
 * </table>
 *
 * <p>What the layers do to the variance of the signal:
 * <ul>
 * <li>in, after RELU: forward ×1, backward ×1
 * <li>hidden, after RELU: forward ×1, backward ×1
 * <li>out, after TANH: forward ×1.095, backward ×1.29
 * <li>out → in → hidden: forward ×1.095, backward ×1.29
 * </ul>
 *
 * <p>What width and depth do to learning rates and outputs (µP):
 * <ul>
 * <li>in: learning rate × 0.5 with Adam
 * <li>hidden: learning rate × 0.5 with Adam
 * <li>out: learning rate × 0.5 with Adam
 * </ul>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "0a99c0c061f9383d"
)
final class ChainInit {
    static {
        Models.register(Chain.class, ChainInit::collect);
    }

    private ChainInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Chain model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Chain model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Chain model) {
        return ParameterCollector.collect(model, ChainInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Chain model) {
        return ParameterCollector.plan(model, ChainInit::collect);
    }

    /**
     * {@return the weights of {@code model} that a signal passes, one after the other}
     */
    static ForwardPath signalPath(Chain model) {
        return ForwardPath.of(parameters(model))
                .then("out", TANH)
                .then("in", RELU)
                .then("hidden", RELU);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Chain model, ParameterCollector parameters) {
        // in [16, 16]: µP hidden, fan_in 16, gain √2 → std 0.3536; learning rate × 0.5 with Adam
        model.in = parameters.addOrAllocate("in", FLOATS, model.in,
                TensorShape.of(16, 16), mupHidden(1.4142135623730951, 8));

        // hidden [16, 16]: µP hidden, fan_in 16, gain √2 → std 0.3536; learning rate × 0.5 with Adam
        model.hidden = parameters.addOrAllocate("hidden", FLOATS, model.hidden,
                TensorShape.of(16, 16), mupHidden(1.4142135623730951, 8));

        // out [16, 16]: µP hidden, fan_in 16, gain 5/3 → std 0.4167; learning rate × 0.5 with Adam
        model.out = parameters.addOrAllocate("out", FLOATS, model.out,
                TensorShape.of(16, 16), mupHidden(1.6666666666666667, 8));
    }
}
