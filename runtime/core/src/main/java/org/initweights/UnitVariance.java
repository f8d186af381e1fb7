package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.message.Notation;

/**
 * LSUV, layer-sequential unit variance: weights start orthogonal, and are then scaled, a layer after the other, until what the layer gives for
 * a batch of data has the variance 1. It needs a model that runs; with which framework, and on which data, is yours to say.
 *
 * <pre>{@code
 * UnitVariance.of(weight -> variance(model.outputOf(weight.name(), batch)))
 *         .initialize(parameters.named("**.weight").ofRank(2), RandomSource.seeded(42));
 * }</pre>
 *
 * <p>The variance is that of all numbers which the layer of the weight gives for the batch, before the non-linearity that follows: behind one
 * that bounds its output no factor might give the variance 1. The function is called after each scaling; it runs the model with the weights
 * as they are then, and must give the same number when nothing has changed, so that dropout is off.
 *
 * <p>The weights are scaled in the order in which they are given, which should be that of the network. Other parameters, such as biases,
 * begin before as their own initializers say. Each scaling divides the weight by the square root of the variance: w ← w / √var. A linear
 * layer without a bias is done after one.
 *
 * <p>Source: Mishkin and Matas, <i>All you need is a good init</i>, 2016, Algorithm 1, with its tolerance of 0.1 as the default. The paper goes
 * on to the next layer when its attempts are used up; here that is refused, for it would not be seen.
 *
 * <p>It is immutable, and threads may share it; while {@link #initialize} runs, no other thread may read or write the model.
 */
public final class UnitVariance {

    private static final String NAME = "unitVariance";
    private static final double TOLERANCE = 0.1;
    private static final int ATTEMPTS = 10;

    private final ToDoubleFunction<? super Parameter> output;
    private final double tolerance;
    private final int attempts;

    private UnitVariance(ToDoubleFunction<? super Parameter> output, double tolerance, int attempts) {
        this.output = output;
        this.tolerance = tolerance;
        this.attempts = attempts;
    }

    /**
     * With a tolerance of 0.1 and up to 10 scalings of each weight.
     *
     * @param output runs the model, and gives the variance of what the layer with this weight gives
     */
    public static UnitVariance of(ToDoubleFunction<? super Parameter> output) {
        return new UnitVariance(Objects.requireNonNull(output, "output is null"), TOLERANCE, ATTEMPTS);
    }

    /**
     * Until |var - 1| is less than {@code tolerance}.
     *
     * @throws InitializationException if it is not a positive number
     */
    public UnitVariance withTolerance(double tolerance) {
        Argument.positive(NAME, "tolerance", tolerance);
        return new UnitVariance(output, tolerance, attempts);
    }

    /**
     * Up to so many scalings of each weight.
     *
     * @throws InitializationException if it is less than 1
     */
    public UnitVariance withAttempts(int attempts) {
        Argument.positive(NAME, "attempts", attempts);
        return new UnitVariance(output, tolerance, attempts);
    }

    /**
     * Initialises the weights: all of them by {@link Initializers#orthogonal()}, then scaled one after the other.
     *
     * @param weights of linear layers and convolutions, in the order of the network
     * @return how each was scaled, in the same order
     * @throws InitializationException before anything is written, if a parameter is no matrix or kernel; while it is written, if a variance is 0,
     *     infinite or no number, or is not near 1 after the last scaling. All can then be initialised again.
     */
    public List<Scaling> initialize(Parameters weights, RandomSource random) {
        weights.with(Initializers.orthogonal()).initialize(random);
        List<Scaling> scalings = new ArrayList<>();
        for (Parameter weight : weights) {
            scalings.add(scale(weight));
        }
        return List.copyOf(scalings);
    }

    private Scaling scale(Parameter weight) {
        double factor = 1;
        double variance = variance(weight);
        int count = 0;
        while (Math.abs(variance - 1) >= tolerance) {
            if (count == attempts) {
                throw new InitializationException(
                        "UnitVarianceAttempts",
                        subject(weight),
                        null,
                        "gives the variance " + Notation.measured(variance) + " after " + count
                                + (count == 1 ? " scaling" : " scalings")
                                + "; measure before the non-linearity, without dropout, or use a larger tolerance or more attempts");
            }
            double step = 1 / Math.sqrt(variance);
            ScaledElements.write(weight, step);
            factor *= step;
            count++;
            variance = variance(weight);
        }
        return new Scaling(weight.name(), factor, variance, count);
    }

    private double variance(Parameter weight) {
        double variance = output.applyAsDouble(weight);
        if (variance > 0 && Double.isFinite(variance)) {
            return variance;
        }
        throw new InitializationException(
                "UnitVarianceOutput",
                subject(weight),
                null,
                "gives the variance " + Notation.measured(variance) + ", which no factor makes 1; "
                        + (variance == 0
                                ? "give the layer data that differs, and look for a layer before it whose output is constant"
                                : "check the data and the layers before it, and that the function gives a variance"));
    }

    private static String subject(Parameter weight) {
        return "the layer of " + weight.name();
    }

    /**
     * How a weight was scaled.
     *
     * @param name the name of the weight
     * @param factor what the orthogonal weight was multiplied by
     * @param variance that of the layer's output now
     * @param count how many scalings it took; 0 if the orthogonal weight gave the variance 1
     */
    public record Scaling(String name, double factor, double variance, int count) {}
}
