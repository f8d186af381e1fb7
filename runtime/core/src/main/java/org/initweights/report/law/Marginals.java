package org.initweights.report.law;

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

/** The one place that knows the law of each fill. */
final class Marginals {

    private Marginals() {}

    static Marginal of(Fill fill) {
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
            Marginal part = of(repeated.part());
            return new Marginal(
                    part.shares(), together(part.drawing(), Drawing.TOGETHER), part.repeats() * repeated.times());
        }
        if (fill instanceof SparseFill sparse) {
            double zeros = sparse.rows() == 0 ? 0 : (double) sparse.zerosPerColumn() / sparse.rows();
            return mixture(new NormalLaw(0, sparse.normalStd()), 1 - zeros, Drawing.INDEPENDENT);
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

    private static Marginal single(Fill fill) {
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
        return fixed(fill);
    }

    private static Marginal drawn(Law law) {
        return new Marginal(List.of(new Share(law, 1)), Drawing.INDEPENDENT, 1);
    }

    /** Of written numbers that differ no distribution function is known, so nothing beside them can be tested by one. */
    private static Marginal fixed(Fill fill) {
        Drawing drawing = fill.std() == 0 ? Drawing.FIXED : Drawing.TOGETHER;
        return new Marginal(List.of(new Share(new FixedLaw(fill.mean(), fill.std()), 1)), drawing, 1);
    }

    /** {@code law} for some of the elements, zero for the others. */
    private static Marginal mixture(Law law, double weight, Drawing drawing) {
        List<Share> shares = new ArrayList<>(List.of(new Share(law, weight)));
        if (weight < 1) {
            shares.add(new Share(new FixedLaw(0, 0), 1 - weight));
        }
        return new Marginal(shares, drawing, 1);
    }

    private static Marginal orthonormal(Fill fill, long dimension, double gain, double weight) {
        return gain == 0 ? fixed(fill) : mixture(OrthonormalLaw.of(dimension, gain), weight, Drawing.TOGETHER);
    }

    private static Marginal sliced(SlicedFill fill) {
        List<Share> shares = new ArrayList<>();
        Drawing drawing = Drawing.FIXED;
        double repeats = 1;
        long rest = fill.elements();
        List<SlicedFill.Range> pieces = new ArrayList<>(fill.ranges());
        for (SlicedFill.Range range : fill.ranges()) {
            rest -= range.to() - range.from();
        }
        pieces.add(new SlicedFill.Range(0, rest, fill.base()));
        for (SlicedFill.Range piece : pieces) {
            double weight = (double) (piece.to() - piece.from()) / Math.max(1, fill.elements());
            if (weight > 0) {
                Marginal marginal = of(piece.fill());
                marginal.shares().forEach(share -> shares.add(new Share(share.law(), weight * share.weight())));
                drawing = together(drawing, marginal.drawing());
                repeats = Math.max(repeats, marginal.repeats());
            }
        }
        return new Marginal(shares, drawing, repeats);
    }

    /** Of elements some of which depend on each other in one way, some in another. */
    private static Drawing together(Drawing one, Drawing other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
