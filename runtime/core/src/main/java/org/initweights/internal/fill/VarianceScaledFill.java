package org.initweights.internal.fill;

import java.util.Objects;
import org.initweights.Distribution;
import org.initweights.Fill;

/**
 * One of three distributions of mean zero and the same variance. It is {@link #equivalent()} to another fill, but for sources that
 * take the root of the variance in the type of the parameter, as JAX does.
 */
public record VarianceScaledFill(Distribution distribution, double variance) implements Fill {

    public VarianceScaledFill {
        Argument.positive("varianceScaling", "variance", variance);
        // What its equivalent would refuse is refused at once.
        Objects.requireNonNull(ScaledFill.of(distribution, Math.sqrt(variance)));
    }

    /** The same distribution, by its bounds or its standard deviation. */
    public Fill equivalent() {
        return ScaledFill.of(distribution, Math.sqrt(variance));
    }

    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double std() {
        return equivalent().std();
    }

    @Override
    public double lower() {
        return equivalent().lower();
    }

    @Override
    public double upper() {
        return equivalent().upper();
    }

    @Override
    public String toString() {
        return equivalent().toString();
    }
}
