package good;

import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Layer.CONV;
import static org.initweights.collect.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link NormedWeights.Convolution}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>weightV</td><td>[out, 4, 3, 3]</td><td>PyTorch's Conv</td><td>U(±0.1667)</td><td>out · 4 · 3 · 3</td></tr>
 * <tr><td>weightG</td><td>[out, 1, 1, 1]</td><td>weight norm's gain</td><td>‖weightV‖ over all axes but 0</td><td>out · 1 · 1 · 1</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "327280f3e5e884d3"
)
final class NormedWeights_ConvolutionInit {
    static {
        Models.register(NormedWeights.Convolution.class, NormedWeights_ConvolutionInit::collect);
    }

    private NormedWeights_ConvolutionInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(NormedWeights.Convolution model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(NormedWeights.Convolution model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(NormedWeights.Convolution model) {
        return ParameterCollector.collect(model, NormedWeights_ConvolutionInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(NormedWeights.Convolution model) {
        return ParameterCollector.plan(model, NormedWeights_ConvolutionInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(NormedWeights.Convolution model, ParameterCollector parameters) {
        long out = model.out;

        model.weightV = parameters.addOrAllocate("weightV", FLOATS, model.weightV,
                parameters.dims("weightV", "out, 4, 3, 3", out, 4, 3, 3), torchDefault(CONV));

        model.weightG = parameters.addOrAllocate("weightG", FLOATS, model.weightG,
                parameters.dims("weightG", "out, 1, 1, 1", out, 1, 1, 1),
                        weightNormGain("weightV", 0));
    }
}
