package org.initweights.internal.kernel;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.tensor.MappedStorage;
import org.initweights.internal.tensor.Storage;

/** Writes the quantiles of uniform numbers, which are drawn in double whatever the storage. */
final class InverseSoftplusKernel {

    private InverseSoftplusKernel() {}

    static void write(Storage target, InverseSoftplusFill fill, Sampler sampler) {
        sampler.uniform(new MappedStorage(target, fill.quantile()), 0, 1);
    }
}
