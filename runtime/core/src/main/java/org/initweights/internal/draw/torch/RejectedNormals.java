package org.initweights.internal.draw.torch;

import org.initweights.internal.tensor.Storage;

/**
 * {@code trunc_normal_} since PyTorch 2.12. If enough of the distribution is inside the bounds, normals are drawn until all are; else
 * uniforms, each kept with the probability of its density over that of the mode. Every round draws the whole tensor.
 */
final class RejectedNormals implements TruncatedNormals {

    private static final double ENOUGH = 0.3;

    @Override
    public void fill(TorchSampler sampler, Storage target, Truncation truncation) {
        if (truncation.mass() > ENOUGH) {
            fromNormals(sampler, target, truncation);
        } else {
            fromUniforms(sampler, target, truncation);
        }
    }

    private static void fromNormals(TorchSampler sampler, Storage target, Truncation truncation) {
        TorchRounding type = TorchRounding.of(target.dtype());
        double lower = type.round(truncation.lower());
        double upper = type.round(truncation.upper());
        double[] accepted = new double[1];
        Pending pending = new Pending(target.length());
        Storage inside = new PendingStorage(target, pending, (index, value) -> {
            double rounded = type.round(value);
            if (rounded < lower || rounded > upper) {
                return false;
            }
            accepted[0] = value;
            target.put(index, accepted, 1);
            return true;
        });
        while (!pending.isEmpty()) {
            sampler.normal(inside, truncation.mean(), truncation.std());
        }
    }

    private static void fromUniforms(TorchSampler sampler, Storage target, Truncation truncation) {
        if (Double.isInfinite(truncation.upper() - truncation.lower())) {
            throw new IllegalArgumentException("PyTorch cannot draw " + truncation
                    + ": little of the distribution is inside the bounds, and one of them is infinite");
        }
        TorchRounding type = TorchRounding.of(target.dtype());
        double[] proposed = new double[1];
        Pending pending = new Pending(target.length());
        Storage proposals = new PendingStorage(target, pending, (index, value) -> {
            proposed[0] = value;
            target.put(index, proposed, 1);
            return false;
        });
        Storage trials = new PendingStorage(
                target, pending, (index, u) -> !exceeds(type, type.round(u), target.get(index), truncation));
        while (!pending.isEmpty()) {
            sampler.uniform(proposals, truncation.lower(), truncation.upper());
            sampler.uniform(trials, 0, 1);
        }
    }

    /** Whether log u is more than the logarithm of the density at x over that of the mode; each operation is rounded by itself. */
    private static boolean exceeds(TorchRounding type, double u, double x, Truncation truncation) {
        double z = type.round(type.round(x - type.scalar(truncation.mean())) / type.scalar(truncation.std()));
        double exponent = type.round(-0.5 * type.round(z * z));
        double density = type.round(exponent - type.scalar(truncation.logPeak()));
        return type.round(StrictMath.log(u)) > density;
    }
}
