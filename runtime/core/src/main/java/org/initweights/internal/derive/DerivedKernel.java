package org.initweights.internal.derive;

import org.initweights.InitializationException;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.fill.NormsFill;
import org.initweights.internal.fill.SpectralVectorFill;
import org.initweights.internal.message.HeapNeed;
import org.initweights.internal.tensor.FiniteNumbers;
import org.initweights.internal.tensor.Storage;

/** Writes what is computed of another parameter: in double, rounded once, to the type of the elements. */
public final class DerivedKernel {

    private DerivedKernel() {}

    /**
     * Writes all elements.
     *
     * @throws InitializationException if one is infinite or no number, or too large for its type
     */
    public static void write(DerivedFill fill, SourceElements source, Storage target) {
        double[] values = values(fill, source);
        double most = FiniteNumbers.overflow(target.dtype());
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw refusal(
                        fill,
                        values[i] + " at " + i + ", since " + fill.of()
                                + " has elements that are infinite or no numbers; start or load that first");
            }
            if (values[i] >= most) {
                throw refusal(
                        fill,
                        values[i] + " at " + i + ", which " + target.dtype() + " cannot hold; keep the parameter in "
                                + FiniteNumbers.wider(target.dtype()));
            }
        }
        target.put(0, values, values.length);
    }

    /**
     * The elements before they are rounded.
     *
     * @throws InitializationException if computing them takes more heap than there is
     */
    public static double[] values(DerivedFill fill, SourceElements source) {
        double bytes = fill.heapBytes(source.shape());
        long heap = Runtime.getRuntime().maxMemory();
        if (bytes > heap) {
            throw new InitializationException(
                    "DerivedMemory",
                    fill.toString(),
                    null,
                    "looks at " + source.shape() + " as a whole, which " + HeapNeed.of(bytes, heap));
        }
        if (fill instanceof NormsFill norms) {
            return NormsKernel.norms(norms, source);
        }
        if (fill instanceof SpectralVectorFill vector) {
            return PowerIteration.vector(vector, source);
        }
        throw new IllegalStateException("no kernel computes " + fill);
    }

    private static InitializationException refusal(DerivedFill fill, String problem) {
        return new InitializationException("DerivedValue", fill.toString(), null, "is " + problem);
    }
}
