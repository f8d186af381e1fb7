package good;

import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.collect.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link NormedWeights}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>convolution.weightV</td><td>[out, 4, 3, 3]</td><td>PyTorch's Conv</td><td>U(±0.1667)</td><td>out · 4 · 3 · 3</td></tr>
 * <tr><td>convolution.weightG</td><td>[out, 1, 1, 1]</td><td>weight norm's gain</td><td>‖weightV‖ over all axes but 0</td>
 *     <td>out · 1 · 1 · 1</td></tr>
 * <tr><td>weightV</td><td>[16, 8]</td><td>PyTorch's Linear</td><td>U(±0.3536)</td><td>128</td></tr>
 * <tr><td>weightG</td><td>[16, 1]</td><td>weight norm's gain</td><td>‖weightV‖ over all axes but 0</td><td>16</td></tr>
 * <tr><td>scale</td><td>[]</td><td>weight norm's gain</td><td>‖convolution.weightV‖</td><td>1</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "704d0e4b496e508a"
)
final class NormedWeightsInit {
    static {
        Models.register(NormedWeights.class, NormedWeightsInit::collect);
    }

    private NormedWeightsInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(NormedWeights model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(NormedWeights model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(NormedWeights model) {
        return ParameterCollector.collect(model, NormedWeightsInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(NormedWeights model) {
        return ParameterCollector.plan(model, NormedWeightsInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(NormedWeights model, ParameterCollector parameters) {
        parameters.visit("convolution", model.convolution, NormedWeights_ConvolutionInit::collect);

        // weightV [16, 8]: PyTorch's Linear, fan_in 8 → U(±0.3536)
        model.weightV = parameters.addOrAllocate("weightV", FLOATS, model.weightV,
                TensorShape.of(16, 8), uniform(-0.3535533905932737, 0.3535533905932737));

        model.weightG = parameters.addOrAllocate("weightG", FLOATS, model.weightG,
                TensorShape.of(16, 1), weightNormGain("weightV", 0));

        model.scale = parameters.addOrAllocate("scale", FLOATS, model.scale,
                TensorShape.of(), weightNormGain("convolution.weightV", -1));
    }
}
