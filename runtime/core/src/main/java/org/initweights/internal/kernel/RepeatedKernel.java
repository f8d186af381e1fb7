package org.initweights.internal.kernel;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.tensor.RepeatedStorage;
import org.initweights.internal.tensor.Storage;

/** Writes a fill to all copies of its rows at once: ICNR's filters before the pixel shuffle. It consumes what the fill of one copy does. */
final class RepeatedKernel {

    private RepeatedKernel() {}

    static void write(Storage target, RepeatedFill fill, Sampler sampler) {
        FillKernel.write(fill.part(), new RepeatedStorage(target, fill.rowElements(), fill.times()), sampler);
    }
}
