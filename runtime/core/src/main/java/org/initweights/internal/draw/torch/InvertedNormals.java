package org.initweights.internal.draw.torch;

import org.initweights.internal.numeric.NormalDistribution;
import org.initweights.internal.tensor.MappedStorage;
import org.initweights.internal.tensor.Storage;

/**
 * {@code trunc_normal_} up to PyTorch 2.11: the inverse error function of uniforms, operation by operation in the tensor's type.
 *
 * <p><b>Origin.</b> {@code _no_grad_trunc_normal_} of torch/nn/init.py: {@code uniform_(2l - 1, 2u - 1)}, {@code erfinv_()},
 * {@code mul_(std·√2)}, {@code add_(mean)}, {@code clamp_(min, max)}. Each step rounds to the type.
 *
 * <p><b>What it consumes.</b> One uniform an element, of 24 bits, or 53 for doubles; nothing is rejected.
 *
 * <p><b>Limits.</b> The uniforms are PyTorch's to the bit. Its inverse error function depends on the build, so the last digits may differ;
 * ours is AS 241 in double, rounded. As in PyTorch, far tails have few different values, since 2Φ - 1 is near ±1. {@code TorchSourceTest}
 * holds that they are quantiles.
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

    /** The inverse error function, by the quantile of the normal distribution. */
    private static double inverseErf(double y) {
        return NormalDistribution.quantile((1 + y) / 2) / Math.sqrt(2);
    }
}
