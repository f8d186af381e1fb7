package org.initweights.internal.start;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.fill.WidenedFill;
import org.initweights.internal.tensor.Storage;

/** Writes the fills that begin with a stored tensor: the one place that knows which kernel writes which of them. */
public final class WeightsKernel {

    private WeightsKernel() {}

    /**
     * Opens the checkpoint, and writes what is made of the tensor.
     *
     * @throws org.initweights.InitializationException if the tensor is not as the fill says, or gives numbers that the storage cannot hold
     * @throws java.io.UncheckedIOException if the file cannot be read
     * @throws IllegalStateException if no kernel knows the fill
     */
    public static void write(Storage target, FromWeights fill, Sampler sampler) {
        try (SourceTensor source = SourceTensor.open(fill)) {
            if (fill instanceof CopiedFill copied) {
                CopyKernel.write(target, copied, source, sampler);
            } else if (fill instanceof ResizedFill resized) {
                ResizeKernel.write(target, resized, source, sampler);
            } else if (fill instanceof WidenedFill widened) {
                WidenKernel.write(target, widened, source, sampler.workers());
            } else if (fill instanceof LowRankFill part) {
                LowRankKernel.write(target, part, source, sampler.workers());
            } else {
                throw new IllegalStateException("no kernel writes the fill " + fill);
            }
        }
    }
}
