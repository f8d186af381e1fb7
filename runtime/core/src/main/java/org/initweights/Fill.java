package org.initweights;

import org.initweights.fill.BilinearFill;
import org.initweights.fill.ConstantFill;
import org.initweights.fill.DeltaOrthogonalFill;
import org.initweights.fill.DiracFill;
import org.initweights.fill.EyeFill;
import org.initweights.fill.HippoLegsFill;
import org.initweights.fill.InverseSoftplusFill;
import org.initweights.fill.LogRangeFill;
import org.initweights.fill.NormalFill;
import org.initweights.fill.OrthogonalFill;
import org.initweights.fill.PartsFill;
import org.initweights.fill.RepeatedFill;
import org.initweights.fill.SlicedFill;
import org.initweights.fill.SparseFill;
import org.initweights.fill.TruncatedNormalFill;
import org.initweights.fill.UniformFill;
import org.initweights.fill.VarianceScaledFill;

/**
 * Exactly what will be written to a parameter: what an {@link Initializer} resolves to for a shape.
 *
 * <p>Mean, standard deviation and bounds are those of an element picked at random from the parameter.
 * {@link Object#toString()} names the distribution in the field's notation, such as {@code N(0, 0.02²)}.
 *
 * <p>Fills are immutable, and threads may share them.
 */
public sealed interface Fill
        permits ConstantFill,
                UniformFill,
                NormalFill,
                TruncatedNormalFill,
                VarianceScaledFill,
                EyeFill,
                DiracFill,
                OrthogonalFill,
                DeltaOrthogonalFill,
                SparseFill,
                PartsFill,
                SlicedFill,
                RepeatedFill,
                BilinearFill,
                LogRangeFill,
                HippoLegsFill,
                InverseSoftplusFill {

    /** The expected mean of the elements. */
    double mean();

    /** The expected standard deviation of the elements about their mean. */
    double std();

    /** No element is smaller; {@code -Infinity} if nothing bounds them. */
    double lower();

    /** No element is larger; {@code Infinity} if nothing bounds them. */
    double upper();
}
