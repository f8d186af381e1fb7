package good;

import static org.initweights.Initializers.torchDefault;
import static org.initweights.Layer.LINEAR;
import static org.initweights.generated.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.generated.Generated;
import org.initweights.generated.ParameterCollector;

/**
 * Initialises the weights of {@link Linear}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>weight</td><td>[out, in]</td><td>PyTorch's Linear</td><td>when built</td><td>out · in</td></tr>
 * <tr><td>bias</td><td>[out]</td><td>PyTorch's Linear bias</td><td>when built</td><td>out</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "dc3841ca2aa22135"
)
public final class LinearInit {
    private LinearInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    public static void initWeights(Linear model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Initialises every parameter of {@code model}. Before the first is written, those that are null are
     * allocated and the lengths of the others are checked.
     *
     * @throws IllegalArgumentException if a parameter's length does not fit its shape
     */
    public static void initWeights(Linear model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * Every parameter of {@code model}, named, with its shape and storage; null ones are allocated first.
     */
    public static Parameters parameters(Linear model) {
        return ParameterCollector.collect(model, LinearInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it; writes no element.
     */
    public static void collect(Linear model, ParameterCollector parameters) {
        long out = model.out;
        long in = model.in;

        // weight [out, in]: PyTorch's Linear, U(±1 / √fan_in)
        model.weight = parameters.addOrAllocate("weight", FLOATS, model.weight,
                TensorShape.of(out, in), torchDefault(LINEAR));

        // bias [out]: PyTorch's Linear bias, U(±1 / √fan_in)
        model.bias = parameters.addOrAllocate("bias", FLOATS, model.bias,
                TensorShape.of(out), torchDefault(LINEAR, TensorShape.of(out, in)));
    }
}
