package good;

import static org.initweights.Initializers.table;
import static org.initweights.Initializers.uniform;
import static org.initweights.collect.TensorType.DOUBLES;
import static org.initweights.collect.TensorType.FLOATS;

import java.util.Map;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Positions}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>positions</td><td>[197, 384]</td><td>table</td>
 *     <td>table mod(i1, 2) == 0 ? sin(i0 / pow(10000, i1 / n1)) : cos(i0 / pow(10000, (i1 - 1) / n1))</td><td>75,648</td></tr>
 * <tr><td>frequencies</td><td>[width]</td><td>table</td><td>table pow(theta, -i0 / n0)</td><td>width</td></tr>
 * <tr><td>indices</td><td>[width, 4]</td><td>table</td><td>i0 * n1 + i1</td><td>width · 4</td></tr>
 * <tr><td>grid</td><td>[1, 17, 16]</td><td>{@code @SinCos2dPositions(grid = 4, extra = 1)}</td><td>table i1 &lt; extra ? 0 : mod(floor(i2 /
 *     (n2 / 4)), 2) == 0 ? sin((i2 &lt; n2 / 2 ? mod(i1 - extra, grid) : floor((i1 - extra) / grid)) * (1 / pow(base, mod(i2, n2 / 4) / (n2
 *     / 4)))) : cos((i2 &lt; n2 / 2 ? mod(i1 -… (290 characters), base = 10000, extra = 1, grid = 4</td><td>272</td></tr>
 * <tr><td>decay</td><td>[1, 1, 64]</td><td>{@code @Rwkv7Decay}</td>
 *     <td>table -7 + 5 * pow(i2 / (n2 - 1), 0.85 + sqrt(layer / (layers - 1))) + 0.5, layer = 3, layers = 12</td><td>64</td></tr>
 * <tr><td>aLog</td><td>[24]</td><td>uniform, transformed</td><td>log(x) of x in U[1, 16)</td><td>24</td></tr>
 * <tr><td>recipe</td><td>[24]</td><td>{@code @Mamba2ALog(maxA = 8)}</td><td>log(x) of x in U[1, 8)</td><td>24</td></tr>
 * <tr><td>scaled</td><td>[width, 4]</td><td>uniform</td><td>theta * x of x by uniform</td><td>width · 4</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "ce0ea679ddfff125"
)
public final class PositionsInit {
    static {
        Models.register(Positions.class, PositionsInit::collect);
    }

    private PositionsInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     * @param model what is initialised
     * @param seed where its random numbers start
     */
    public static void initWeights(Positions model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     * @param model what is initialised
     * @param random its random numbers
     */
    public static void initWeights(Positions model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     * @param model what has them
     */
    public static Parameters parameters(Positions model) {
        return ParameterCollector.collect(model, PositionsInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     * @param model what has them
     */
    public static Plan plan(Positions model) {
        return ParameterCollector.plan(model, PositionsInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     * @param model what has them
     * @param parameters what takes them
     */
    public static void collect(Positions model, ParameterCollector parameters) {
        long width = model.width;
        double theta = model.theta;

        // positions [197, 384]: table, mod(i1, 2) == 0 ? sin(i0 / pow(10000, i1 / n1)) : cos(i0 / pow(10000, (i1 - 1) / n1)) → -1 … 1
        model.positions = parameters.addOrAllocate("positions", FLOATS, model.positions,
                TensorShape.of(197, 384),
                        table("mod(i1, 2) == 0 ? sin(i0 / pow(10000, i1 / n1)) : cos(i0 / pow(10000, (i1 - 1) "
                        + "/ n1))"));

        // frequencies [width]: @Table("pow(theta, -i0 / n0)")
        model.frequencies = parameters.addOrAllocate("frequencies", FLOATS, model.frequencies,
                parameters.dims("frequencies", "width", width),
                () -> table("pow(theta, -i0 / n0)", Map.of("theta", theta)));

        model.indices = parameters.addOrAllocate("indices", FLOATS, model.indices,
                parameters.dims("indices", "width, 4", width, 4), table("i0 * n1 + i1"));

        // grid [1, 17, 16]: @SinCos2dPositions(grid = 4, extra = 1), table, i1 < extra ? 0 : mod(floor(i2 / (n2 / 4)), 2) == 0 ? sin((i2 <
        //   n2 / 2 ? mod(i1 - extra, grid) : floor((i1 - extra) / grid)) * (1 / pow(base, mod(i2, n2 / 4) / (n2 / 4)))) : cos((i2 < n2 / 2
        //   ? mod(i1 -… (290 characters), base = 10000, extra = 1, grid = 4 → -0.99 … 1
        model.grid = parameters.addOrAllocate("grid", FLOATS, model.grid,
                TensorShape.of(1, 17, 16),
                        table("i1 < extra ? 0 : mod(floor(i2 / (n2 / 4)), 2) == 0 ? sin((i2 < n2 / 2 ? mod(i1 "
                        + "- extra, grid) : floor((i1 - extra) / grid)) * (1 / pow(base, mod(i2, n2 / 4) / "
                        + "(n2 / 4)))) : cos((i2 < n2 / 2 ? mod(i1 - extra, grid) : floor((i1 - extra) / "
                        + "grid)) * (1 / pow(base, mod(i2, n2 / 4) / (n2 / 4))))",
                        Map.of("base", 10000, "extra", 1, "grid", 4)));

        // decay [1, 1, 64]: @Rwkv7Decay, table, -7 + 5 * pow(i2 / (n2 - 1), 0.85 + sqrt(layer / (layers - 1))) + 0.5, layer = 3, layers =
        //   12 → -6.5 … -1.5
        model.decay = parameters.addOrAllocate("decay", FLOATS, model.decay,
                TensorShape.of(1, 1, 64),
                        table("-7 + 5 * pow(i2 / (n2 - 1), 0.85 + sqrt(layer / (layers - 1))) + 0.5",
                        Map.of("layer", 3, "layers", 12)));

        model.aLog = parameters.addOrAllocate("aLog", FLOATS, model.aLog,
                TensorShape.of(24), uniform(1, 16).transformed("log(x)"));

        // recipe [24]: @Mamba2ALog(maxA = 8), log(x), x by uniform, U[1, 8)
        model.recipe = parameters.addOrAllocate("recipe", FLOATS, model.recipe,
                TensorShape.of(24), uniform(1, 8).transformed("log(x)"));

        // scaled [width, 4]: @Uniform @Transform("theta * x")
        model.scaled = parameters.addOrAllocate("scaled", DOUBLES, model.scaled,
                parameters.dims("scaled", "width, 4", width, 4),
                () -> uniform(0, 1).transformed("theta * x", Map.of("theta", theta)));
    }
}
