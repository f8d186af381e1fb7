package good;

import static org.initweights.Initializers.zeros;
import static org.initweights.generated.TensorType.FLOATS;

import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.generated.Generated;
import org.initweights.generated.ParameterCollector;

/**
 * Initialises the weights of {@link Attention.Masked}.
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
        model = "ff807cc979ae9edd"
)
public final class Attention_MaskedInit {
    private Attention_MaskedInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    public static void initWeights(Attention.Masked<?> model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Initialises every parameter of {@code model}. Before the first is written, those that are null are
     * allocated and the lengths of the others are checked.
     *
     * @throws IllegalArgumentException if a parameter's length does not fit its shape
     */
    public static void initWeights(Attention.Masked<?> model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * Every parameter of {@code model}, named, with its shape and storage; null ones are allocated first.
     */
    public static Parameters parameters(Attention.Masked<?> model) {
        return ParameterCollector.collect(model, Attention_MaskedInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it; writes no element.
     */
    public static void collect(Attention.Masked<?> model, ParameterCollector parameters) {
        // inherited from Attention
        AttentionInit.collect(model, parameters);

        // mask [size, size]: zeros
        model.mask = parameters.addOrAllocate("mask", FLOATS, model.mask,
                TensorShape.of(4, 4), zeros());
    }
}
