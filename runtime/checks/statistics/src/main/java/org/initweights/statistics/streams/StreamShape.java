package org.initweights.statistics.streams;

import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.initweights.Initializer;

/** A distribution, as we draw it and as it should be. */
public enum StreamShape {
    /** On [0, 1). */
    UNIFORM,
    /** The standard normal. */
    NORMAL,
    /** The standard normal, cut at ±2σ. */
    CENTRAL,
    /** The standard normal from 1σ on. */
    ONE_SIDED,
    /** The standard normal from 4σ to 5σ. */
    FAR_TAIL;

    /** What draws it. */
    Initializer initializer() {
        return switch (this) {
            case UNIFORM -> uniform();
            case NORMAL -> normal();
            case CENTRAL -> truncNormal(0, 1, -2, 2);
            case ONE_SIDED -> truncNormal(0, 1, 1, 100);
            case FAR_TAIL -> truncNormal(0, 1, 4, 5);
        };
    }

    /** What it should be. */
    ContinuousDistribution truth() {
        return switch (this) {
            case UNIFORM -> UniformContinuousDistribution.of(0, 1);
            case NORMAL -> NormalDistribution.of(0, 1);
            case CENTRAL -> TruncatedNormalDistribution.of(0, 1, -2, 2);
            case ONE_SIDED -> TruncatedNormalDistribution.of(0, 1, 1, 100);
            case FAR_TAIL -> TruncatedNormalDistribution.of(0, 1, 4, 5);
        };
    }
}
