package org.initweights.internal.draw.jax;

import org.initweights.DType;
import org.initweights.internal.draw.Undrawable;
import org.initweights.internal.fill.TruncatedNormalFill;

/**
 * Which normals between bounds JAX can draw. It makes numbers of the array's type of the mean, the standard deviation and the bounds; what it
 * computes with infinities lies anywhere, or is no number.
 */
final class JaxTruncation {

    private JaxTruncation() {}

    /**
     * Looks whether all are finite, or at least one bound is.
     *
     * @throws org.initweights.InitializationException if they are not
     */
    static void check(TruncatedNormalFill fill, DType dtype) {
        JaxTile tile = JaxTile.of(dtype);
        double from = tile.round((fill.lower() - fill.location()) / fill.scale());
        double to = tile.round((fill.upper() - fill.location()) / fill.scale());
        if (Double.isInfinite(from) && from == to) {
            throw refusal(fill, dtype, "both bounds, in standard deviations, are");
        }
        if (Double.isInfinite(tile.round(fill.location())) || Double.isInfinite(tile.round(fill.scale()))) {
            throw refusal(fill, dtype, "its mean or its standard deviation is");
        }
    }

    private static RuntimeException refusal(TruncatedNormalFill fill, DType dtype, String what) {
        return Undrawable.by("JAX", fill, what + " infinite in " + dtype + "; use a wider type or another source");
    }
}
