package org.initweights;

import org.initweights.internal.fill.BilinearFill;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.DiracFill;
import org.initweights.internal.fill.EyeFill;
import org.initweights.internal.fill.HippoLegsFill;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.fill.LogRangeFill;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.NormsFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.fill.SpectralVectorFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.fill.WidenedFill;
import org.initweights.internal.values.TableFill;
import org.initweights.internal.values.TableFunctionFill;
import org.initweights.internal.values.TransformedFill;
import org.initweights.internal.values.ValuesFill;

/**
 * Exactly what will be written to a parameter: the result of an {@link Initializer} for a shape.
 *
 * <p>Mean, standard deviation and bounds describe an element picked at random from the parameter.
 * {@link Object#toString()} names the distribution in the field's notation, such as {@code N(0, 0.02²)}.
 *
 * <p>A fill that begins with a stored tensor ({@link Initializers#from}) knows its file, but not the elements: mean and standard deviation
 * are then {@code NaN}. So they are of a table of more than 2²⁰ elements, which are not all looked at ahead of time, and
 * of what is computed of another parameter.
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
                InverseSoftplusFill,
                CopiedFill,
                ResizedFill,
                WidenedFill,
                LowRankFill,
                TableFill,
                TableFunctionFill,
                ValuesFill,
                TransformedFill,
                NormsFill,
                SpectralVectorFill {

    /** The expected mean of the elements. */
    double mean();

    /** The expected standard deviation of the elements about their mean. */
    double std();

    /** No element is smaller; {@code -Infinity} if nothing bounds them, or nothing is known. */
    default double lower() {
        return Double.NEGATIVE_INFINITY;
    }

    /** No element is larger; {@code Infinity} if nothing bounds them, or nothing is known. */
    default double upper() {
        return Double.POSITIVE_INFINITY;
    }
}
