package org.initweights.report;

import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link CoordinateCheck} does, and what it takes for stable. It is immutable, and threads may share it.
 *
 * @param title the title of the page
 * @param seed of the inputs and of the first draw of the weights; each further draw has the next
 * @param inputs how many inputs pass, each of independent standard normal coordinates
 * @param draws how many times the weights of each model are drawn: the sizes are over all of them. Chance moves the size of a layer with k
 *     outputs by some 1 / √(2 · k · draws): 7 % of 10 outputs in 10 draws, which no factor of 1.5 takes for growth
 * @param factor how far apart the largest and the smallest size over all widths may be
 * @param step what the weights learn, if the change by it is asked for
 */
public record CoordinateOptions(
        String title, long seed, int inputs, int draws, double factor, Optional<TrainingStep> step) {

    /**
     * Options, checked.
     *
     * @throws IllegalArgumentException if there are no inputs or no draws, or the factor is not a number above 1
     */
    public CoordinateOptions {
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(step, "step is null");
        if (inputs < 1) {
            throw new IllegalArgumentException("inputs = " + inputs + "; use 1 or more");
        }
        if (draws < 1) {
            throw new IllegalArgumentException("draws = " + draws + "; use 1 or more");
        }
        if (!(factor > 1 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("factor = " + factor + "; use a number above 1, such as 1.5");
        }
    }

    /** Title "Coordinate check", seed 0, 8 inputs, 10 draws, a factor of 1.5, and no step. */
    public static CoordinateOptions defaults() {
        return new CoordinateOptions("Coordinate check", 0, 8, 10, 1.5, Optional.empty());
    }

    /** These options with this title. */
    public CoordinateOptions withTitle(String title) {
        return new CoordinateOptions(title, seed, inputs, draws, factor, step);
    }

    /** These options with this seed. */
    public CoordinateOptions withSeed(long seed) {
        return new CoordinateOptions(title, seed, inputs, draws, factor, step);
    }

    /** These options with so many inputs. */
    public CoordinateOptions withInputs(int inputs) {
        return new CoordinateOptions(title, seed, inputs, draws, factor, step);
    }

    /** These options with so many draws of the weights of each model. */
    public CoordinateOptions withDraws(int draws) {
        return new CoordinateOptions(title, seed, inputs, draws, factor, step);
    }

    /** These options with another limit of what is stable. */
    public CoordinateOptions withFactor(double factor) {
        return new CoordinateOptions(title, seed, inputs, draws, factor, step);
    }

    /** These options with the change by a first step of training. */
    public CoordinateOptions withStep(TrainingStep step) {
        return new CoordinateOptions(title, seed, inputs, draws, factor, Optional.of(step));
    }
}
