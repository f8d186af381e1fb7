package org.initweights.internal.kernel;

import org.initweights.Fill;
import org.initweights.internal.draw.IndependentElements;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.BilinearFill;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.fill.DiracFill;
import org.initweights.internal.fill.EyeFill;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.HippoLegsFill;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.fill.LogRangeFill;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.fill.WidenedFill;
import org.initweights.internal.start.WeightsKernel;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.values.KnownElements;
import org.initweights.internal.values.TransformedFill;

/**
 * Writes any fill to any storage: the one place that knows which kernel writes what.
 *
 * <p>What a fill consumes stands at its kernel. Kernels that draw nothing are those of constants, identities, bilinear weights, ranges of
 * logarithms, HiPPO, tables and given values, and of what begins with a stored tensor those that say so. All others consume what the {@link Sampler} says, whose
 * streams begin anew for each parameter, but for PyTorch's.
 *
 * <p>{@code FillKernelTest} goes through all fills, so that a new one without kernel is seen; at run time it is refused, not left out.
 */
public final class FillKernel {

    private FillKernel() {}

    /**
     * Writes {@code fill} to {@code target}, drawing from {@code sampler}. Where there is nothing to write, nothing is drawn; where only a
     * part is {@linkplain Storage#wanted wanted}, that part at least is written.
     *
     * @param fill a fill for as many elements as the storage has
     * @param target takes the elements, rounded to its type
     * @param sampler the stream of the parameter
     * @throws IllegalStateException if no kernel knows the fill
     */
    public static void write(Fill fill, Storage target, Sampler sampler) {
        if (target.length() == 0 || (target.wanted().isEmpty() && (!sampler.goesOn() || drawsNothing(fill)))) {
            return;
        }
        if (fill instanceof ConstantFill constant) {
            ConstantKernel.write(target, constant.value());
        } else if (fill instanceof VarianceScaledFill scaled) {
            sampler.varianceScaled(target, scaled);
        } else if (fill instanceof EyeFill eye) {
            IdentityKernel.write(target, eye);
        } else if (fill instanceof DiracFill dirac) {
            IdentityKernel.write(target, dirac);
        } else if (fill instanceof OrthogonalFill orthogonal) {
            OrthogonalKernel.write(target, orthogonal, sampler);
        } else if (fill instanceof DeltaOrthogonalFill orthogonal) {
            OrthogonalKernel.write(target, orthogonal, sampler);
        } else if (fill instanceof SparseFill sparse) {
            SparseKernel.write(target, sparse, sampler);
        } else if (fill instanceof PartsFill parts) {
            PartsKernel.write(target, parts, sampler);
        } else if (fill instanceof SlicedFill sliced) {
            PartsKernel.write(target, sliced, sampler);
        } else if (fill instanceof RepeatedFill repeated) {
            RepeatedKernel.write(target, repeated, sampler);
        } else if (fill instanceof BilinearFill bilinear) {
            BilinearKernel.write(target, bilinear);
        } else if (fill instanceof LogRangeFill range) {
            LogRangeKernel.write(target, range);
        } else if (fill instanceof HippoLegsFill hippo) {
            HippoLegsKernel.write(target, hippo);
        } else if (fill instanceof InverseSoftplusFill softplus) {
            InverseSoftplusKernel.write(target, softplus, sampler);
        } else if (fill instanceof KnownElements known) {
            KnownElementsKernel.write(target, known, sampler.workers());
        } else if (fill instanceof TransformedFill transformed) {
            write(transformed.base(), new TransformedStorage(target, transformed), sampler);
        } else if (fill instanceof FromWeights stored) {
            WeightsKernel.write(target, stored, sampler);
        } else if (fill instanceof DerivedFill derived) {
            throw derived.alone();
        } else if (!IndependentElements.draw(fill, target, sampler)) {
            throw new IllegalStateException("no kernel writes the fill " + fill);
        }
    }

    /** Fills whose kernels draw nothing and do more than to look at what is wanted. */
    private static boolean drawsNothing(Fill fill) {
        return fill instanceof LowRankFill
                || fill instanceof WidenedFill
                || (fill instanceof CopiedFill copied && copied.noiseStd() == 0);
    }
}
