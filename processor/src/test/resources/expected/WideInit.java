package good;

import static org.initweights.Initializers.mupEmbedding;
import static org.initweights.Initializers.mupHidden;
import static org.initweights.Initializers.mupInput;
import static org.initweights.Initializers.mupOutput;
import static org.initweights.Initializers.mupVector;
import static org.initweights.Initializers.zeros;
import static org.initweights.collect.ModelRule.ANY_RANK;
import static org.initweights.collect.ModelRule.rule;
import static org.initweights.collect.TensorType.FLOATS;

import java.lang.Math;
import java.lang.Object;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Wide}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>embedding</td><td>[100, width]</td><td>µP embedding, zeros</td><td>N(0, 0.02²); row 0: 0</td><td>100 · width</td></tr>
 * <tr><td>first</td><td>[256, 3]</td><td>µP input</td><td>N(0, 0.5774²)</td><td>768</td></tr>
 * <tr><td>second</td><td>[256, 256]</td><td>µP hidden</td><td>N(0, 0.09375²)</td><td>65,536</td></tr>
 * <tr><td>up</td><td>[4 * width, width]</td><td>µP hidden</td><td>std = 1 / √fan_in; learning rate × 64 / in with Adam</td>
 *     <td>(4 * width) · width</td></tr>
 * <tr><td>down</td><td>[width, 4 * width]</td><td>mupHidden</td><td>gain = 1, base = 4 · base</td><td>width · (4 * width)</td></tr>
 * <tr><td>bias</td><td>[width]</td><td>mupVector</td><td>value = 0, base = base</td><td>width</td></tr>
 * <tr><td>attention.weight</td><td>[out, in]</td><td>mupHidden, by rule</td><td>gain = 1, base = base</td><td>out · in</td></tr>
 * <tr><td>head</td><td>[10, 256]</td><td>µP output</td><td>N(0, 0.125²)</td><td>2,560</td></tr>
 * <tr><td>output</td><td>[10, width]</td><td>µP output</td><td>0</td><td>10 · width</td></tr>
 * <tr><td>outputBias</td><td>[10]</td><td>zeros</td><td>0</td><td>10</td></tr>
 * </table>
 *
 * <p>What width and depth do to learning rates and outputs (µP):
 * <ul>
 * <li>embedding: learning rate × width / 64 with SGD
 * <li>first: learning rate × 4 with SGD
 * <li>second: learning rate × 0.25 with Adam
 * <li>up: learning rate × 64 / width with Adam
 * <li>down: learning rate × (4 · base) / (4 * width) with Adam
 * <li>bias: learning rate × width / base with SGD
 * <li>attention.weight: learning rate × base / in with Adam
 * <li>head: output × 0.25, learning rate × 4 with SGD
 * <li>output: output × 64 / width, learning rate × width / 64 with SGD
 * </ul>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "172fdb664ddd6ee8"
)
final class WideInit {
    static {
        Models.register(Wide.class, WideInit::collect);
    }

    private WideInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Wide model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Wide model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Wide model) {
        return ParameterCollector.collect(model, WideInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Wide model) {
        return ParameterCollector.plan(model, WideInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Wide model, ParameterCollector parameters) {
        long base = model.base;
        long width = model.width;
        long size1 = parameters.size("up", "4 * width", () -> Math.multiplyExact(4, width),
                "width", width);

        // @InitRule(param = "attention.weight", use = MupHidden.class): wins for attention.weight
        ParameterCollector ruled = parameters.withRules(
                rule(Object.class, "attention.weight", ANY_RANK, () -> mupHidden(1, base))
                        .using("MupHidden"));

        // embedding [100, width]: µP embedding, std 0.02; learning rate × n / 64 with SGD; row 0 zeros
        model.embedding = ruled.addOrAllocate("embedding", FLOATS, model.embedding,
                parameters.dims("embedding", "100, width", 100, width), mupEmbedding(0.02, 64)
                        .withRows(0, 1, zeros()));

        // first [256, 3]: µP input, fan_in 3 → std 0.5774; learning rate × 4 with SGD
        model.first = ruled.addOrAllocate("first", FLOATS, model.first,
                TensorShape.of(256, 3), mupInput(1, 64));

        // second [256, 256]: µP hidden, fan_in 256, gain 1.5 → std 0.09375; learning rate × 0.25 with Adam
        model.second = ruled.addOrAllocate("second", FLOATS, model.second,
                TensorShape.of(256, 256), mupHidden(1.5, 64));

        // up [4 * width, width]: µP hidden, std = 1 / √fan_in; learning rate × 64 / in with Adam
        model.up = ruled.addOrAllocate("up", FLOATS, model.up,
                parameters.dims("up", "4 * width, width", size1, width), mupHidden(1, 64));

        // down [width, 4 * width]: @MupHidden @Formula(base = "4 * base")
        model.down = ruled.addOrAllocate("down", FLOATS, model.down,
                parameters.dims("down", "width, 4 * width", width, size1),
                () -> mupHidden(1, parameters.number("down", "base = 4 * base", 4.0 * base,
                        "base", base)));

        // bias [width]: @MupVector
        model.bias = ruled.addOrAllocate("bias", FLOATS, model.bias,
                parameters.dims("bias", "width", width),
                () -> mupVector(0, base));

        ruled.visit("attention", model.attention, Wide_LinearInit::collect);

        // head [10, 256]: µP output, fan_in 256 → std 0.125; output × 0.25, learning rate × 4 with SGD
        model.head = ruled.addOrAllocate("head", FLOATS, model.head,
                TensorShape.of(10, 256), mupOutput(1, 64));

        model.output = ruled.addOrAllocate("output", FLOATS, model.output,
                parameters.dims("output", "10, width", 10, width), mupOutput(0, 64));

        model.outputBias = ruled.addOrAllocate("outputBias", FLOATS, model.outputBias,
                TensorShape.of(10), zeros());
    }
}
