package org.initweights.nd4j;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.distribution.ConstantDistribution;
import org.deeplearning4j.nn.conf.distribution.Distribution;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.distribution.OrthogonalDistribution;
import org.deeplearning4j.nn.conf.distribution.TruncatedNormalDistribution;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.initweights.Initializer;
import org.initweights.Initializers;

/**
 * The library's initializer for a distribution of Deeplearning4j's.
 *
 * @param type the class of Deeplearning4j
 * @param rule the same distribution
 */
record ConfiguredDistribution<D extends Distribution>(Class<D> type, Function<D, Initializer> rule) {

    private static final List<ConfiguredDistribution<?>> ALL = List.of(
            of(NormalDistribution.class, normal -> Initializers.normal(normal.getMean(), normal.getStd())),
            of(UniformDistribution.class, uniform -> Initializers.uniform(uniform.getLower(), uniform.getUpper())),
            of(TruncatedNormalDistribution.class, ConfiguredDistribution::cut),
            of(ConstantDistribution.class, constant -> Initializers.constant(constant.getValue())));

    private static <D extends Distribution> ConfiguredDistribution<D> of(Class<D> type, Function<D, Initializer> rule) {
        return new ConfiguredDistribution<>(type, rule);
    }

    /** ND4J cuts at two standard deviations on each side of the mean. */
    private static Initializer cut(TruncatedNormalDistribution normal) {
        double mean = normal.getMean();
        double std = normal.getStd();
        return Initializers.truncNormal(mean, std, mean - 2 * std, mean + 2 * std);
    }

    /** What a weight of this rank starts as; empty if this library has no such initializer. */
    static Optional<Initializer> of(Distribution distribution, int rank) {
        if (distribution instanceof OrthogonalDistribution orthogonal) {
            // Deeplearning4j takes the last axis against all others, which is another matrix for a convolution.
            return rank == 2 ? Optional.of(Initializers.orthogonal(orthogonal.getGain())) : Optional.empty();
        }
        return ALL.stream()
                .filter(known -> known.type.isInstance(distribution))
                .findFirst()
                .map(known -> known.apply(distribution));
    }

    private Initializer apply(Distribution distribution) {
        return rule.apply(type.cast(distribution));
    }
}
