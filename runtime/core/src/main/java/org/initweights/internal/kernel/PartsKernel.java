package org.initweights.internal.kernel;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.tensor.RangeStorage;
import org.initweights.internal.tensor.Storage;

/** Writes parameters part by part, each from a stream of its own that its first element names. */
final class PartsKernel {

    private PartsKernel() {}

    static void write(Storage target, PartsFill fill, Sampler sampler) {
        long length = fill.elementsPerPart();
        for (long part = 0; part < fill.count(); part++) {
            long from = part * length;
            FillKernel.write(fill.part(), new RangeStorage(target, from, length), sampler.part(from));
        }
    }

    /** The base fills everything first, as PyTorch code that overwrites a slice does. */
    static void write(Storage target, SlicedFill fill, Sampler sampler) {
        FillKernel.write(fill.base(), target, sampler);
        for (SlicedFill.Range range : fill.ranges()) {
            FillKernel.write(
                    range.fill(),
                    new RangeStorage(target, range.from(), range.to() - range.from()),
                    sampler.part(range.from()));
        }
    }
}
