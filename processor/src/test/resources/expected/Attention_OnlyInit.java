package good;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Attention.Only}.
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
        model = "7a5f0a949b6e76e2"
)
final class Attention_OnlyInit {
    static {
        Models.register(Attention.Only.class, Attention_OnlyInit::collect);
    }

    private Attention_OnlyInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Attention.Only model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Attention.Only model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Attention.Only model) {
        return ParameterCollector.collect(model, Attention_OnlyInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Attention.Only model) {
        return ParameterCollector.plan(model, Attention_OnlyInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Attention.Only model, ParameterCollector parameters) {
        // inherited from Masked
        Attention_MaskedInit.collect(model, parameters);
    }
}
