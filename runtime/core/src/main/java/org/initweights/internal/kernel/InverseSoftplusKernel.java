package org.initweights.internal.kernel;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.tensor.MappedStorage;
import org.initweights.internal.tensor.Storage;

/**
 * Writes the quantiles of uniform numbers on [0, 1): the inverse softplus of log-uniform ones, which Mamba's time steps take.
 *
 * <p>It consumes one uniform an element, drawn in double whatever the storage is: 53 bits of a block in the seeded source. Cost: the
 * functions of {@link InverseSoftplusFill#quantile}, one element at a time.
 */
final class InverseSoftplusKernel {

    private InverseSoftplusKernel() {}

    static void write(Storage target, InverseSoftplusFill fill, Sampler sampler) {
        sampler.uniform(new MappedStorage(target, fill.quantile()), 0, 1);
    }
}
