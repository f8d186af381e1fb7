package good;

import static org.initweights.FanMode.FAN_IN;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.LEAKY_RELU;
import static org.initweights.collect.TensorType.FLOATS;

import java.lang.Math;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Tower.Head}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>query</td><td>[size, size]</td><td>normal</td><td>N(0, 0.02²)</td><td>size · size</td></tr>
 * <tr><td>key</td><td>[size, 2 * size]</td><td>Kaiming normal</td><td>std = gain(relu) √2 / √fan_in</td><td>size · (2 * size)</td></tr>
 * <tr><td>output</td><td>[size, size]</td><td>normal</td><td>N(0, (0.02 / √(2 · (layer + 1)))²)</td><td>size · size</td></tr>
 * <tr><td>scale</td><td>[3, 3]</td><td>normal</td><td>N(0, 0.1²)</td><td>9</td></tr>
 * <tr><td>gates</td><td>[2 * size]</td><td>zeros, ones</td><td>0; rows size : 2 * size: 1</td><td>2 * size</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "b523c7bde63e4a89"
)
public final class Tower_HeadInit {
    static {
        Models.register(Tower.Head.class, Tower_HeadInit::collect);
    }

    private Tower_HeadInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Tower.Head model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Tower.Head model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Tower.Head model) {
        return ParameterCollector.collect(model, Tower_HeadInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Tower.Head model) {
        return ParameterCollector.plan(model, Tower_HeadInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Tower.Head model, ParameterCollector parameters) {
        long size = model.size;
        long layer = model.layer;
        long size1 = parameters.size("key", "2 * size", () -> Math.multiplyExact(2, size),
                "size", size);

        model.query = parameters.addOrAllocate("query", FLOATS, model.query,
                parameters.dims("query", "size, size", size, size), normal(0, 0.02));

        // key [size, 2 * size]: Kaiming normal, std = gain(relu) √2 / √fan_in
        model.key = parameters.addOrAllocate("key", FLOATS, model.key,
                parameters.dims("key", "size, 2 * size", size, size1),
                        kaimingNormal(0, FAN_IN, LEAKY_RELU));

        // output [size, size]: @Normal @Formula(std = "0.02 / sqrt(2 * (layer + 1))")
        model.output = parameters.addOrAllocate("output", FLOATS, model.output,
                parameters.dims("output", "size, size", size, size),
                () -> normal(0, parameters.number("output", "std = 0.02 / sqrt(2 * (layer + 1))",
                        0.02 / Math.sqrt(2 * ((double) layer + 1)), "layer", layer)));

        model.scale = parameters.addOrAllocate("scale", FLOATS, model.scale,
                TensorShape.of(3, 3), normal(0, 0.1));

        // gates [2 * size]: zeros; rows size : 2 * size ones
        model.gates = parameters.addOrAllocate("gates", FLOATS, model.gates,
                parameters.dims("gates", "2 * size", size1),
                () -> zeros().withRows(size, size1, ones()));
    }
}
