package org.initweights.internal.draw;

import org.initweights.Fill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.tensor.Storage;

/**
 * The fills whose elements are independent of each other and all from one distribution: uniform, normal, truncated normal. Every random
 * source can draw these; all other fills are made of them by the kernels.
 *
 * <p>Cost: one call of the {@link Sampler}. It has no state, and threads may share it.
 */
public final class IndependentElements {

    private IndependentElements() {}

    /**
     * Draws a fill if it is one of these three.
     *
     * @param fill any fill
     * @param target takes the elements; untouched if the result is false
     * @param sampler draws them; unused if the result is false
     * @return whether the fill was drawn
     */
    public static boolean draw(Fill fill, Storage target, Sampler sampler) {
        if (fill instanceof UniformFill uniform) {
            sampler.uniform(target, uniform.lower(), uniform.upper());
        } else if (fill instanceof NormalFill normal) {
            sampler.normal(target, normal.mean(), normal.std());
        } else if (fill instanceof TruncatedNormalFill normal) {
            sampler.truncatedNormal(target, normal.location(), normal.scale(), normal.lower(), normal.upper());
        } else {
            return false;
        }
        return true;
    }
}
