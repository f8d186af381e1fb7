package good;

import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.generated.Generated;
import org.initweights.generated.ParameterCollector;

/**
 * Initialises the weights of {@link Net}.
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>stem.*</td><td colspan="4">those of {@link Stem}</td></tr>
 * <tr><td>layers.*.*</td><td colspan="4">those of {@link Linear}</td></tr>
 * <tr><td>tail.*.*</td><td colspan="4">those of {@link Linear}</td></tr>
 * <tr><td>heads.*.*</td><td colspan="4">those of {@link Linear}</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "2dc8421e5a64af02"
)
public final class NetInit {
    private NetInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    public static void initWeights(Net model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Initialises every parameter of {@code model}. Before the first is written, those that are null are
     * allocated and the lengths of the others are checked.
     *
     * @throws IllegalArgumentException if a parameter's length does not fit its shape
     */
    public static void initWeights(Net model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * Every parameter of {@code model}, named, with its shape and storage; null ones are allocated first.
     */
    public static Parameters parameters(Net model) {
        return ParameterCollector.collect(model, NetInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it; writes no element.
     */
    public static void collect(Net model, ParameterCollector parameters) {
        parameters.visit("stem", model.stem, StemInit::collect);

        parameters.visitEach("layers", model.layers, LinearInit::collect);

        parameters.visitEach("tail", model.tail, LinearInit::collect);

        parameters.visitEach("heads", model.heads, LinearInit::collect);
    }
}
