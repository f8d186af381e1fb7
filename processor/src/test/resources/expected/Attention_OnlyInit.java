package good;

import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.generated.Generated;
import org.initweights.generated.ParameterCollector;

/**
 * Initialises the weights of {@link Attention.Only}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>inProjection</td><td>[3 * config.embed, config.embed]</td><td>Xavier uniform</td><td>when built</td><td>(3 * config.embed) · config.embed</td></tr>
 * <tr><td>key</td><td>[getConfig().embed() / config.heads, 4]</td><td>{@code @SmallNormal}</td><td>N(0, 0.02²)</td><td>(getConfig().embed() / config.heads) · 4</td></tr>
 * <tr><td>mask</td><td>[size, size]</td><td>zeros</td><td>0</td><td>16</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "7a5f0a949b6e76e2"
)
final class Attention_OnlyInit {
    private Attention_OnlyInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Attention.Only model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Initialises every parameter of {@code model}. Before the first is written, those that are null are
     * allocated and the lengths of the others are checked.
     *
     * @throws IllegalArgumentException if a parameter's length does not fit its shape
     */
    static void initWeights(Attention.Only model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * Every parameter of {@code model}, named, with its shape and storage; null ones are allocated first.
     */
    static Parameters parameters(Attention.Only model) {
        return ParameterCollector.collect(model, Attention_OnlyInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it; writes no element.
     */
    static void collect(Attention.Only model, ParameterCollector parameters) {
        // inherited from Masked
        Attention_MaskedInit.collect(model, parameters);
    }
}
