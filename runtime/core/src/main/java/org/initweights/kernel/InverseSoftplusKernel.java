package org.initweights.kernel;

import org.initweights.fill.InverseSoftplusFill;
import org.initweights.tensor.MappedStorage;
import org.initweights.tensor.Storage;

/** Writes the quantiles of uniform numbers, which are drawn in double whatever the storage. */
final class InverseSoftplusKernel {

    private InverseSoftplusKernel() {}

    static void write(Storage target, InverseSoftplusFill fill, Sampler sampler) {
        sampler.uniform(new MappedStorage(target, fill.quantile()), 0, 1);
    }
}
