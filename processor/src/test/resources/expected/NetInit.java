package good;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Net}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>stem.conv</td><td>[64, 3, 7, 7]</td><td>Kaiming normal</td><td>N(0, 0.02525²)</td><td>9,408</td></tr>
 * <tr><td>stem.bnWeight</td><td>[64]</td><td>ones</td><td>1</td><td>64</td></tr>
 * <tr><td>stem.bnBias</td><td>[64]</td><td>zeros</td><td>0</td><td>64</td></tr>
 * <tr><td>layers.*.weight</td><td>[out, in]</td><td>PyTorch's Linear</td><td>U(±1 / √fan_in)</td><td>out · in</td></tr>
 * <tr><td>layers.*.bias</td><td>[out]</td><td>PyTorch's Linear bias</td><td>U(±1 / √fan_in)</td><td>out</td></tr>
 * <tr><td>tail.*.weight</td><td>[out, in]</td><td>PyTorch's Linear</td><td>U(±1 / √fan_in)</td><td>out · in</td></tr>
 * <tr><td>tail.*.bias</td><td>[out]</td><td>PyTorch's Linear bias</td><td>U(±1 / √fan_in)</td><td>out</td></tr>
 * <tr><td>heads.*.weight</td><td>[out, in]</td><td>PyTorch's Linear</td><td>U(±1 / √fan_in)</td><td>out · in</td></tr>
 * <tr><td>heads.*.bias</td><td>[out]</td><td>PyTorch's Linear bias</td><td>U(±1 / √fan_in)</td><td>out</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "0902b843df682f1c"
)
public final class NetInit {
    static {
        Models.register(Net.class, NetInit::collect);
    }

    private NetInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Net model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Net model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Net model) {
        return ParameterCollector.collect(model, NetInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Net model) {
        return ParameterCollector.plan(model, NetInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Net model, ParameterCollector parameters) {
        parameters.visit("stem", model.stem, StemInit::collect);
        parameters.visitEach("layers", model.layers, LinearInit::collect);
        parameters.visitEach("tail", model.tail, LinearInit::collect);
        parameters.visitEach("heads", model.heads, LinearInit::collect);
    }
}
