package org.initweights.internal.values;

import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.fill.Leaves;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.message.Notation;

/**
 * Whether a type of floats reaches as far as a fill. Beyond its largest number all is infinite, and what a source computes with infinities
 * is not even a number. PyTorch refuses such arguments too.
 */
public final class FloatRange {

    private FloatRange() {}

    /**
     * How far from 0 an element may be: the farthest normal that a source draws, the bounds of what has some, and of functions of what is drawn, whose
     * bounds may be beyond all that is drawn, a standard deviation from the mean; {@code NaN} if that is not known. Of a composed fill the
     * farthest part.
     */
    public static double reach(Fill fill) {
        return Leaves.of(fill).mapToDouble(FloatRange::ofLeaf).max().orElse(0);
    }

    private static double ofLeaf(Fill fill) {
        if (fill instanceof VarianceScaledFill scaled) {
            return ofLeaf(scaled.equivalent());
        }
        if (fill instanceof NormalFill normal) {
            return Math.abs(normal.mean()) + farthest(normal.std());
        }
        if (fill instanceof TruncatedNormalFill normal) {
            return ofTruncated(normal);
        }
        if (fill instanceof SparseFill sparse) {
            return farthest(sparse.normalStd());
        }
        if (fill instanceof CopiedFill copied) {
            return farthest(copied.noiseStd());
        }
        double bound = Math.max(Math.abs(fill.lower()), Math.abs(fill.upper()));
        return Double.isFinite(bound) && !(fill instanceof TransformedFill)
                ? bound
                : Math.abs(fill.mean()) + fill.std();
    }

    private static double farthest(double std) {
        return NormalFill.FARTHEST * std;
    }

    /** What is left of a normal falls off from its mode at least as fast as the normal. */
    private static double ofTruncated(TruncatedNormalFill normal) {
        double mode = Math.max(normal.lower(), Math.min(normal.upper(), normal.location()));
        double far = farthest(normal.scale());
        return Math.max(Math.abs(Math.max(normal.lower(), mode - far)), Math.abs(Math.min(normal.upper(), mode + far)));
    }

    /**
     * Checks what a parameter of floats starts as. Tables and functions of what is drawn are checked when they are written, and so are stored
     * elements.
     *
     * @throws InitializationException if its values are infinite in the type
     */
    public static void check(Fill fill, DType dtype) {
        if (!dtype.isInteger()) {
            Leaves.of(fill).filter(FloatRange::isKnownAtOnce).forEach(leaf -> checkLeaf(leaf, dtype));
        }
    }

    /** Whether it takes no time to know how far it goes. */
    private static boolean isKnownAtOnce(Fill fill) {
        return !(fill instanceof KnownElements || fill instanceof TransformedFill) || fill instanceof ValuesFill;
    }

    private static void checkLeaf(Fill fill, DType dtype) {
        double reach = ofLeaf(fill);
        if (reach > dtype.largest()) {
            throw new InitializationException(
                    "Overflow",
                    fill.toString(),
                    null,
                    "has values of size " + Notation.number(reach) + ", which are infinite in " + dtype
                            + ", whose largest number is " + Notation.number(dtype.largest())
                            + "; use a wider type, or smaller values");
        }
    }
}
