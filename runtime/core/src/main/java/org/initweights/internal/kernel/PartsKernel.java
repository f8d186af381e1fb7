package org.initweights.internal.kernel;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.tensor.RangeStorage;
import org.initweights.internal.tensor.RunsStorage;
import org.initweights.internal.tensor.Storage;

/**
 * Writes parameters part by part, each from a stream of its own that its first element names.
 *
 * <p>What is drawn is the sum of the parts; the seeded and JAX's source draw each part as a parameter of its own, PyTorch's goes on from
 * part to part. Parts are written one after the other, each by all workers.
 */
final class PartsKernel {

    private PartsKernel() {}

    /** Equal parts that lie one behind the other, as the experts of a stack or the gates of a packed weight. */
    static void write(Storage target, PartsFill fill, Sampler sampler) {
        long length = fill.elementsPerPart();
        for (long part = 0; part < fill.count(); part++) {
            long from = part * length;
            FillKernel.write(fill.part(), new RangeStorage(target, from, length), sampler.part(from));
        }
    }

    /**
     * Slices with rules of their own. The base fills everything first, as PyTorch code that overwrites a slice does, so elements outside of
     * slices are what they would be without them. Each slice then is drawn as a tensor of its own, in the order of the slices, and of PyTorch's
     * source as a view of the whole with its strides: {@code normal_(w[:, 1::3])}.
     */
    static void write(Storage target, SlicedFill fill, Sampler sampler) {
        FillKernel.write(fill.base(), target, sampler);
        for (SlicedFill.Range range : fill.ranges()) {
            FillKernel.write(range.fill(), RunsStorage.of(target, fill.runs(range)), sampler.part(range.from()));
        }
    }
}
