package org.initweights.report.internal.law;

import java.util.ArrayList;
import java.util.List;
import org.initweights.Fill;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.values.TransformedFill;

/** Finds the distribution of each kind of fill: the one place that knows them all. */
final class DistributionOfFill {

    private DistributionOfFill() {}

    static ElementDistribution of(Fill fill) {
        if (fill instanceof VarianceScaledFill scaled) {
            return of(scaled.equivalent());
        }
        if (fill instanceof PartsFill parts) {
            return of(parts.part());
        }
        if (fill instanceof SlicedFill sliced) {
            return sliced(sliced);
        }
        if (fill instanceof RepeatedFill repeated) {
            ElementDistribution part = of(repeated.part());
            return new ElementDistribution(part.laws(), Dependence.DEPENDENT, part.repeats() * repeated.times());
        }
        if (fill instanceof SparseFill sparse) {
            double zeros = sparse.rows() == 0 ? 0 : (double) sparse.zerosPerColumn() / sparse.rows();
            return mixture(new NormalLaw(0, sparse.normalStd()), 1 - zeros, Dependence.INDEPENDENT);
        }
        if (fill instanceof OrthogonalFill orthogonal) {
            return orthonormal(fill, Math.max(orthogonal.rows(), orthogonal.columns()), orthogonal.gain(), 1);
        }
        if (fill instanceof DeltaOrthogonalFill delta) {
            long out = delta.shape()
                    .size(delta.shape().layout().outAxis(delta.shape().rank()));
            return orthonormal(fill, out, delta.gain(), 1.0 / delta.shape().receptiveField());
        }
        return fill.std() == 0 ? fixed(fill) : single(fill);
    }

    private static ElementDistribution single(Fill fill) {
        if (fill instanceof UniformFill uniform) {
            return drawn(new UniformLaw(uniform.lower(), uniform.upper()));
        }
        if (fill instanceof NormalFill normal) {
            return drawn(new NormalLaw(normal.mean(), normal.std()));
        }
        if (fill instanceof TruncatedNormalFill normal) {
            return drawn(TruncatedNormalLaw.of(normal));
        }
        if (fill instanceof InverseSoftplusFill softplus) {
            return drawn(InverseSoftplusLaw.of(softplus));
        }
        if (fill instanceof TransformedFill transformed) {
            return drawn(TransformedLaw.of(transformed));
        }
        return fixed(fill);
    }

    private static ElementDistribution drawn(Law law) {
        return new ElementDistribution(List.of(new WeightedLaw(law, 1)), Dependence.INDEPENDENT, 1);
    }

    /** Written numbers that differ have no known distribution function, so a tensor that has some of them is not tested by one. */
    private static ElementDistribution fixed(Fill fill) {
        Dependence dependence = fill.std() == 0 ? Dependence.CERTAIN : Dependence.DEPENDENT;
        return new ElementDistribution(
                List.of(new WeightedLaw(new FixedLaw(fill.mean(), fill.std()), 1)), dependence, 1);
    }

    /** {@code law} for some of the elements, zero for the others. */
    private static ElementDistribution mixture(Law law, double weight, Dependence dependence) {
        List<WeightedLaw> laws = new ArrayList<>(List.of(new WeightedLaw(law, weight)));
        if (weight < 1) {
            laws.add(new WeightedLaw(new FixedLaw(0, 0), 1 - weight));
        }
        return new ElementDistribution(laws, dependence, 1);
    }

    private static ElementDistribution orthonormal(Fill fill, long dimension, double gain, double weight) {
        return gain == 0 ? fixed(fill) : mixture(OrthonormalLaw.of(dimension, gain), weight, Dependence.DEPENDENT);
    }

    /** Some elements that follow one fill. */
    private record Piece(long elements, Fill fill) {}

    private static ElementDistribution sliced(SlicedFill fill) {
        List<WeightedLaw> laws = new ArrayList<>();
        Dependence dependence = Dependence.CERTAIN;
        double repeats = 1;
        List<Piece> pieces = new ArrayList<>();
        fill.ranges().forEach(range -> pieces.add(new Piece(fill.elementsOf(range), range.fill())));
        pieces.add(new Piece(fill.rest(), fill.base()));
        for (Piece piece : pieces) {
            double weight = (double) piece.elements() / Math.max(1, fill.elements());
            if (weight > 0) {
                ElementDistribution distribution = of(piece.fill());
                distribution.laws().forEach(one -> laws.add(new WeightedLaw(one.law(), weight * one.weight())));
                dependence = dependence.with(distribution.dependence());
                repeats = Math.max(repeats, distribution.repeats());
            }
        }
        return new ElementDistribution(laws, dependence, repeats);
    }
}
