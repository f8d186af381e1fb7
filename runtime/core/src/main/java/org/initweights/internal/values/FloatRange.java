package org.initweights.internal.values;

import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.Leaves;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.message.Notation;

/**
 * Whether a type of floats reaches as far as a fill. Beyond its largest number all is infinite, and what a source computes with infinities
 * is not even a number. PyTorch refuses such arguments too.
 */
public final class FloatRange {

    private FloatRange() {}

    /**
     * How far from 0 the fill goes: a bound of uniforms and of given values, elsewhere what is a standard deviation from the mean; {@code NaN} if that is not
     * known. Of a composed fill the farthest part.
     */
    public static double reach(Fill fill) {
        return Leaves.of(fill).mapToDouble(FloatRange::ofLeaf).max().orElse(0);
    }

    private static double ofLeaf(Fill fill) {
        return fill instanceof UniformFill || fill instanceof ValuesFill
                ? Math.max(Math.abs(fill.lower()), Math.abs(fill.upper()))
                : Math.abs(fill.mean()) + fill.std();
    }

    /**
     * Checks what a parameter of floats starts as. Tables and functions of what is drawn are checked when they are written.
     *
     * @throws InitializationException if its values are infinite in the type
     */
    public static void check(Fill fill, DType dtype) {
        if (!dtype.isInteger()) {
            Leaves.of(fill).filter(FloatRange::isSimple).forEach(leaf -> checkLeaf(leaf, dtype));
        }
    }

    /** Whether its mean and its standard deviation take no time. */
    private static boolean isSimple(Fill fill) {
        return fill instanceof ConstantFill
                || fill instanceof UniformFill
                || fill instanceof NormalFill
                || fill instanceof TruncatedNormalFill
                || fill instanceof VarianceScaledFill
                || fill instanceof OrthogonalFill
                || fill instanceof DeltaOrthogonalFill
                || fill instanceof SparseFill
                || fill instanceof ValuesFill;
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
