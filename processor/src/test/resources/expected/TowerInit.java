package good;

import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.collect.ModelRule.ANY_RANK;
import static org.initweights.collect.ModelRule.rule;
import static org.initweights.collect.TensorType.FLOATS;

import java.lang.Math;
import java.lang.Object;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Tower}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>first.weight</td><td>[2, 2]</td><td>by the rule that wins in the built model</td><td></td><td>4</td></tr>
 * <tr><td>first.bias</td><td>[2]</td><td>zeros</td><td>0</td><td>2</td></tr>
 * <tr><td>second.weight</td><td>[2, 2]</td><td>ones, by rule</td><td>1</td><td>4</td></tr>
 * <tr><td>second.bias</td><td>[2]</td><td>zeros</td><td>0</td><td>2</td></tr>
 * <tr><td>others.*.weight</td><td>[2, 2]</td><td>by the rule that wins in the built model</td><td></td><td>4</td></tr>
 * <tr><td>others.*.bias</td><td>[2]</td><td>zeros</td><td>0</td><td>2</td></tr>
 * <tr><td>head.query</td><td>[size, size]</td><td>normal</td><td>N(0, 0.02²)</td><td>size · size</td></tr>
 * <tr><td>head.key</td><td>[size, 2 * size]</td><td>Kaiming normal</td><td>std = gain(relu) √2 / √fan_in</td>
 *     <td>size · (2 * size)</td></tr>
 * <tr><td>head.output</td><td>[size, size]</td><td>normal</td><td>N(0, (0.02 / √(2 · (layer + 1)))²)</td><td>size · size</td></tr>
 * <tr><td>head.scale</td><td>[3, 3]</td><td>{@code @Residual}, by rule</td><td>N(0, (0.02 / √(2 · (depth + 1)))²)</td><td>9</td></tr>
 * <tr><td>head.gates</td><td>[2 * size]</td><td>zeros, ones</td><td>0; rows size : 2 * size: 1</td><td>2 * size</td></tr>
 * <tr><td>table</td><td>[width, depth]</td><td>normal</td><td>N(0, 0.02²)</td><td>width · depth</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "93fa057fcba2fa3e"
)
public final class TowerInit {
    static {
        Models.register(Tower.class, TowerInit::collect);
    }

    private TowerInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Tower model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Tower model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Tower model) {
        return ParameterCollector.collect(model, TowerInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Tower model) {
        return ParameterCollector.plan(model, TowerInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Tower model, ParameterCollector parameters) {
        long depth = model.depth;
        long width = model.width;

        // @InitRule(type = Dense.class, param = "weight", use = Small.class): the built model decides for first.weight, others.*.weight
        // @InitRule(type = Wide.class, param = "weight", use = Ones.class): wins for second.weight; the built model decides for
        //   first.weight, others.*.weight
        // @InitRule(param = "head.scale", use = Residual.class): wins for head.scale
        ParameterCollector ruled = parameters.withRules(
                rule(Tower.Dense.class, "weight", ANY_RANK, normal(0, 0.5))
                        .using("Small"),
                rule(Tower.Wide.class, "weight", ANY_RANK, ones())
                        .using("Ones"),
                rule(Object.class, "head.scale", ANY_RANK,
                        () -> normal(0, parameters.number("@InitRule(param = \"head.scale\", use = Residual.class)",
                        "std = 0.02 / sqrt(2 * (depth + 1))",
                        0.02 / Math.sqrt(2 * ((double) depth + 1)), "depth", depth)))
                        .using("Residual"));

        ruled.visit("first", model.first, Tower_DenseInit::collect);
        ruled.visit("second", model.second, Tower_WideInit::collect);
        ruled.visitEach("others", model.others, Tower_DenseInit::collect);
        ruled.visit("head", model.head, Tower_HeadInit::collect);

        model.table = ruled.addOrAllocate("table", FLOATS, model.table,
                parameters.dims("table", "width, depth", width, depth), normal(0, 0.02));
    }
}
