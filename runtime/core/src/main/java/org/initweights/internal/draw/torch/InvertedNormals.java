package org.initweights.internal.draw.torch;

import org.initweights.internal.numeric.NormalDistribution;
import org.initweights.internal.tensor.MappedStorage;
import org.initweights.internal.tensor.Storage;

/**
 * {@code trunc_normal_} up to PyTorch 2.11: the inverse error function of uniforms, operation by operation in the tensor's type. The
 * uniforms are PyTorch's to the bit; its inverse error function is the C library's of its build, so that the last digits may differ.
 */
final class InvertedNormals implements TruncatedNormals {

    @Override
    public void fill(TorchSampler sampler, Storage target, Truncation truncation) {
        TorchRounding type = TorchRounding.of(target.dtype());
        double stretch = type.scalar(truncation.std() * Math.sqrt(2));
        double mean = type.scalar(truncation.mean());
        double lower = type.round(truncation.lower());
        double upper = type.round(truncation.upper());
        Storage inverted = new MappedStorage(target, u -> {
            double scaled = type.round(type.round(inverseErf(type.round(u))) * stretch);
            return Math.max(lower, Math.min(upper, type.round(scaled + mean)));
        });
        sampler.uniform(
                inverted, 2 * truncation.below(truncation.lower()) - 1, 2 * truncation.below(truncation.upper()) - 1);
    }

    private static double inverseErf(double y) {
        return NormalDistribution.quantile((1 + y) / 2) / Math.sqrt(2);
    }
}
