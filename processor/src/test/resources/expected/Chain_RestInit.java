package good;

import static org.initweights.Initializers.lecunNormal;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.LINEAR;
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
 * Initialises the weights of {@link Chain.Rest}.
 *
 * <table>
 * <caption>Parameters: 64 elements in total</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>model</td><td>[16, 3]</td><td>LeCun normal</td><td>N(0, 0.6564²) on [-1.313, 1.313]</td><td>48</td></tr>
 * <tr><td>bias</td><td>[16]</td><td>zeros</td><td>0</td><td>16</td></tr>
 * </table>
 *
 * <p>What the layers do to the variance of the signal:
 * <ul>
 * <li>model, after LINEAR: forward ×1, backward ×5.333
 * <li>model: forward ×1, backward ×5.333
 * </ul>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "59d4e041c7bffa1d"
)
final class Chain_RestInit {
    static {
        Models.register(Chain.Rest.class, Chain_RestInit::collect);
    }

    private Chain_RestInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Chain.Rest model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Chain.Rest model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Chain.Rest model) {
        return ParameterCollector.collect(model, Chain_RestInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Chain.Rest model) {
        return ParameterCollector.plan(model, Chain_RestInit::collect);
    }

    /**
     * {@return the weights of {@code model} that a signal passes, one after the other}
     */
    static ForwardPath signalPath(Chain.Rest model) {
        return ForwardPath.of(parameters(model))
                .then("model", LINEAR);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Chain.Rest model, ParameterCollector parameters) {
        // model [16, 3]: LeCun normal, fan_in 3 → std 0.5774 after the cut at ±2σ
        model.model = parameters.addOrAllocate("model", FLOATS, model.model,
                TensorShape.of(16, 3), lecunNormal());

        model.bias = parameters.addOrAllocate("bias", FLOATS, model.bias,
                TensorShape.of(16), zeros());
    }
}
