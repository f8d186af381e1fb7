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
 * Initialises the weights of {@link Attention.Masked}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>inProjection</td><td>[3 * config.embed, config.embed]</td><td>Xavier uniform</td><td>bound = √(6 / (fan_in + fan_out))</td>
 *     <td>(3 * config.embed) · config.embed</td></tr>
 * <tr><td>key</td><td>[getConfig().embed() / config.heads, 4]</td><td>{@code @SmallNormal}</td><td>N(0, 0.02²)</td>
 *     <td>(getConfig().embed() / config.heads) · 4</td></tr>
 * <tr><td>mask</td><td>[size, size]</td><td>zeros</td><td>0</td><td>16</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "ff807cc979ae9edd"
)
public final class Attention_MaskedInit {
    static {
        Models.register(Attention.Masked.class, Attention_MaskedInit::collect);
    }

    private Attention_MaskedInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Attention.Masked<?> model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Attention.Masked<?> model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Attention.Masked<?> model) {
        return ParameterCollector.collect(model, Attention_MaskedInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Attention.Masked<?> model) {
        return ParameterCollector.plan(model, Attention_MaskedInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Attention.Masked<?> model, ParameterCollector parameters) {
        // inherited from Attention
        AttentionInit.collect(model, parameters);

        // mask [size, size]: zeros
        model.mask = parameters.addOrAllocate("mask", FLOATS, model.mask,
                TensorShape.of(4, 4), zeros());
    }
}
