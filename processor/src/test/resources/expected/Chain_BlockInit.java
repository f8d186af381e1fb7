package good;

import static org.initweights.Initializers.mupBranchHidden;
import static org.initweights.Initializers.mupBranchVector;
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
 * Initialises the weights of {@link Chain.Block}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>norm</td><td>[width]</td><td>mupBranchVector</td>
 *     <td>value = 1, base = base, depth = depth, baseDepth = baseDepth, depthExponent = 1</td><td>width</td></tr>
 * <tr><td>up</td><td>[4 * width, width]</td><td>mupBranchHidden</td>
 *     <td>gain = 1, base = base, depth = depth, baseDepth = baseDepth, depthExponent = 1</td><td>(4 * width) · width</td></tr>
 * <tr><td>down</td><td>[width, 4 * width]</td><td>mupBranchHidden</td>
 *     <td>gain = 1, base = 4 · base, depth = 2 · depth, baseDepth = 2, depthExponent = 0.5</td><td>width · (4 * width)</td></tr>
 * <tr><td>known</td><td>[64, 64]</td><td>µP hidden in a branch</td><td>N(0, 0.125²)</td><td>4,096</td></tr>
 * </table>
 *
 * <p>What width and depth do to learning rates and outputs (µP):
 * <ul>
 * <li>norm: learning rate × 1 with Adam, × width / base · depth / baseDepth with SGD; branch × baseDepth / depth
 * <li>up: learning rate × base / width with Adam, × depth / baseDepth with SGD; branch × baseDepth / depth
 * <li>down: learning rate × (4 · base) / (4 * width) · (2 / (2 · depth))^0.5 with Adam, × 1 with SGD; branch × (2 / (2 · depth))^0.5
 * <li>known: learning rate × 0.25 with Adam, × 12 with SGD; branch × 0.08333
 * </ul>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "d8aca676db373ded"
)
final class Chain_BlockInit {
    static {
        Models.register(Chain.Block.class, Chain_BlockInit::collect);
    }

    private Chain_BlockInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Chain.Block model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Chain.Block model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Chain.Block model) {
        return ParameterCollector.collect(model, Chain_BlockInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Chain.Block model) {
        return ParameterCollector.plan(model, Chain_BlockInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Chain.Block model, ParameterCollector parameters) {
        long width = model.width;
        long base = model.base;
        long depth = model.depth;
        long baseDepth = model.baseDepth;
        long size1 = parameters.size("up", "4 * width", () -> Math.multiplyExact(4, width),
                "width", width);

        // norm [width]: @MupBranchVector(1)
        model.norm = parameters.addOrAllocate("norm", FLOATS, model.norm,
                parameters.dims("norm", "width", width),
                () -> mupBranchVector(1, base, depth, baseDepth, 1));

        // up [4 * width, width]: @MupBranchHidden
        model.up = parameters.addOrAllocate("up", FLOATS, model.up,
                parameters.dims("up", "4 * width, width", size1, width),
                () -> mupBranchHidden(1, base, depth, baseDepth, 1));

        // down [width, 4 * width]: @MupBranchHidden(baseDepth = 2, depthExponent = 0.5) @Formula(base = "4 * base", depth = "2 * depth")
        model.down = parameters.addOrAllocate("down", FLOATS, model.down,
                parameters.dims("down", "width, 4 * width", width, size1),
                () -> mupBranchHidden(1, parameters.number("down", "base = 4 * base", 4.0 * base,
                        "base", base), parameters.number("down", "depth = 2 * depth", 2.0 * depth,
                        "depth", depth), 2, 0.5));

        // known [64, 64]: µP hidden in a branch, fan_in 64 → std 0.125; learning rate × 0.25 with Adam, × 12 with SGD; branch × 0.08333
        model.known = parameters.addOrAllocate("known", FLOATS, model.known,
                TensorShape.of(64, 64), mupBranchHidden(1, 16, 24, 2, 1));
    }
}
