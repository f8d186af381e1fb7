package good;

import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.collect.TensorType.FLOATS;

import java.lang.Math;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.Quotient;

/**
 * Initialises the weights of {@link Attention}.
 *
 * Its parameters are those of the class that it is.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>inProjection</td><td>[3 * config.embed, config.embed]</td><td>Xavier uniform</td><td>bound = √(6 / (fan_in + fan_out))</td>
 *     <td>(3 * config.embed) · config.embed</td></tr>
 * <tr><td>key</td><td>[getConfig().embed() / config.heads, 4]</td><td>{@code @SmallNormal}</td><td>N(0, 0.02²)</td>
 *     <td>(getConfig().embed() / config.heads) · 4</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "1516f4b6c20f0ca2"
)
public final class AttentionInit {
    static {
        Models.register(Attention.class, AttentionInit::collect);
    }

    private AttentionInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Attention<?> model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Attention<?> model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Attention<?> model) {
        return ParameterCollector.collect(model, AttentionInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Attention<?> model) {
        return ParameterCollector.plan(model, AttentionInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Attention<?> model, ParameterCollector parameters) {
        long configEmbed = parameters.present("getConfig()", model.getConfig()).embed();
        long getConfigEmbed = parameters.present("getConfig()", model.getConfig()).embed();
        long configHeads = parameters.present("getConfig()", model.getConfig()).heads();
        long size1 = parameters.size("inProjection", "3 * config.embed",
                () -> Math.multiplyExact(3, configEmbed), "config.embed", configEmbed);
        long size2 = parameters.size("key", "getConfig().embed() / config.heads",
                () -> Quotient.exact(getConfigEmbed, configHeads),
                "getConfig().embed()", getConfigEmbed, "config.heads", configHeads);

        // inProjection [3 * config.embed, config.embed]: Xavier uniform, bound = √(6 / (fan_in + fan_out))
        parameters.addOrAllocate("inProjection", FLOATS, model::getInProjection,
                model::setInProjection,
                parameters.dims("inProjection", "3 * config.embed, config.embed",
                        size1, configEmbed), xavierUniform(1));

        // key [getConfig().embed() / config.heads, 4]: @SmallNormal, normal, std 0.02
        parameters.addBehind("key", FLOATS, model::key,
                parameters.dims("key", "getConfig().embed() / config.heads, 4", size2, 4),
                        normal(0, 0.02));
    }
}
