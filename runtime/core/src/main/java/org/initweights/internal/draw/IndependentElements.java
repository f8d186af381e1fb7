package org.initweights.internal.draw;

import org.initweights.Fill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.tensor.Storage;

/** The fills whose elements are drawn each for itself from one distribution: what every random source can do. */
public final class IndependentElements {

    private IndependentElements() {}

    /** Draws a fill, if it is one of these; returns whether it is. */
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
