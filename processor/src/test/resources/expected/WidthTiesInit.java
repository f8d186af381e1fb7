package good;

import static org.initweights.Initializers.mupEmbedding;
import static org.initweights.Initializers.mupHidden;
import static org.initweights.Initializers.mupSharedReadout;
import static org.initweights.Initializers.mupVector;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.zeros;
import static org.initweights.collect.ModelRule.ANY_RANK;
import static org.initweights.collect.ModelRule.rule;
import static org.initweights.collect.TensorType.FLOATS;

import java.lang.Object;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link WidthTies}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>words</td><td>[100, width]</td><td>mupSharedReadout</td><td>std = 0.02, base = base</td><td>100 · width</td></tr>
 * <tr><td>head</td><td>[100, width]</td><td>tied to words</td><td></td><td>100 · width</td></tr>
 * <tr><td>average, not trained</td><td>[100, width]</td><td>copy of words</td><td></td><td>100 · width</td></tr>
 * <tr><td>first.weight</td><td>[out, in]</td><td>{@code @Positions}, by rule</td><td>sin(i0 + i1)</td><td>out · in</td></tr>
 * <tr><td>direction</td><td>[256, 256]</td><td>µP hidden</td><td>N(0, 0.0625²)</td><td>65,536</td></tr>
 * <tr><td>gain</td><td>[256, 1]</td><td>weight norm's gain, µP vector</td><td>‖direction‖ over all axes but 0</td><td>256</td></tr>
 * <tr><td>hidden</td><td>[width, width]</td><td>mupHidden</td><td>gain = 1, base = base</td><td>width · width</td></tr>
 * <tr><td>hiddenGain</td><td>[width, 1]</td><td>weightNormGain</td><td>‖hidden‖ over all axes but 0</td><td>width · 1</td></tr>
 * <tr><td>both</td><td>[100, 256]</td><td>truncated normal, µP shared readout</td><td>N(0, 1²) on [-2, 2]</td><td>25,600</td></tr>
 * </table>
 *
 * <p>What width and depth do to learning rates and outputs (µP):
 * <ul>
 * <li>words: output × base / width as a readout, learning rate × width / base with SGD
 * <li>average: output × base / width as a readout, learning rate × width / base with SGD
 * <li>first.weight: learning rate × in / base with SGD
 * <li>direction: learning rate × 0.25 with Adam
 * <li>gain: learning rate × 4 with SGD
 * <li>hidden: learning rate × base / width with Adam
 * <li>hiddenGain: learning rate × width / (2 · base) with SGD
 * <li>both: output × 0.25 as a readout, learning rate × 4 with SGD
 * </ul>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "594723c43e48fa9d"
)
final class WidthTiesInit {
    static {
        Models.register(WidthTies.class, WidthTiesInit::collect);
    }

    private WidthTiesInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(WidthTies model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(WidthTies model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(WidthTies model) {
        return ParameterCollector.collect(model, WidthTiesInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(WidthTies model) {
        return ParameterCollector.plan(model, WidthTiesInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(WidthTies model, ParameterCollector parameters) {
        long base = model.base;
        long width = model.width;

        // @InitRule(param = "first.weight", use = Positions.class): wins for first.weight
        ParameterCollector ruled = parameters
                .tie("head", "words")
                .copy("average", "words")
                .withRules(
                rule(Object.class, "first.weight", ANY_RANK,
                        () -> table("sin(i0 + i1)").withRole(mupEmbedding(1, base)))
                        .using("Positions"));

        // words [100, width]: @MupSharedReadout(std = 0.02)
        model.words = ruled.addOrAllocate("words", FLOATS, model.words,
                parameters.dims("words", "100, width", 100, width),
                () -> mupSharedReadout(0.02, base));

        // head [100, width]: the tensor of words, zeros
        model.head = ruled.addOrAllocate("head", FLOATS, model.head,
                parameters.dims("head", "100, width", 100, width), zeros());

        // average [100, width]: @MupEmbedding
        model.average = ruled.nonTrainable().addOrAllocate("average", FLOATS, model.average,
                parameters.dims("average", "100, width", 100, width),
                () -> mupEmbedding(1, base));

        ruled.visit("first", model.first, WidthTies_LinearInit::collect);

        // direction [256, 256]: µP hidden, fan_in 256 → std 0.0625; learning rate × 0.25 with Adam
        model.direction = ruled.addOrAllocate("direction", FLOATS, model.direction,
                TensorShape.of(256, 256), mupHidden(1, 64));

        // gain [256, 1]: weight norm's gain, ‖direction‖ over all axes but 0; µP vector, learning rate × 4 with SGD
        model.gain = ruled.addOrAllocate("gain", FLOATS, model.gain,
                TensorShape.of(256, 1), weightNormGain("direction", 0).withRole(mupVector(0, 64)));

        // hidden [width, width]: @MupHidden
        model.hidden = ruled.addOrAllocate("hidden", FLOATS, model.hidden,
                parameters.dims("hidden", "width, width", width, width),
                () -> mupHidden(1, base));

        // hiddenGain [width, 1]: @WeightNormGain(of = "hidden") @MupVector @Formula(base = "2 * base")
        model.hiddenGain = ruled.addOrAllocate("hiddenGain", FLOATS, model.hiddenGain,
                parameters.dims("hiddenGain", "width, 1", width, 1),
                () -> weightNormGain("hidden", 0).withRole(mupVector(0, parameters.number("hiddenGain",
                        "base = 2 * base", 2.0 * base, "base", base))));

        // both [100, 256]: truncated normal, N(0, 1²) on [-2, 2]; µP shared readout, output × 0.25 as a readout, learning rate × 4 with SGD
        model.both = ruled.addOrAllocate("both", FLOATS, model.both,
                TensorShape.of(100, 256),
                        truncNormal(0, 1, -2, 2).withRole(mupSharedReadout(1, 64)));
    }
}
