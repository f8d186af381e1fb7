package org.initweights.internal.fill;

import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.tensor.WholeNumbers;

/** Which fills integers can hold: constants that are integers, ones and zeros in their places, and what only writing shows. */
public final class IntegerValues {

    private static final String CURE = "; use @Zeros, @Ones or @Constant, or keep it in floats";

    private IntegerValues() {}

    /**
     * Checks what a parameter of integers starts as. What is computed of each element's place is checked when it is written.
     *
     * @throws InitializationException if a type of integers cannot hold it
     */
    public static void check(Fill fill, DType dtype) {
        if (dtype.isInteger()) {
            Leaves.of(fill).forEach(leaf -> checkLeaf(leaf, dtype));
        }
    }

    private static void checkLeaf(Fill fill, DType dtype) {
        if (fill instanceof ConstantFill constant) {
            double value = constant.value();
            if (!WholeNumbers.isHeld(dtype, value)) {
                throw refusal(
                        fill,
                        "is " + value + ", which is no " + (dtype == DType.I32 ? "int" : "long")
                                + "; round it, or keep the parameter in floats");
            }
        } else if (fill instanceof FromWeights) {
            throw refusal(
                    fill,
                    "begins with stored floats, and this is a parameter of integers; load it from the file instead");
        } else if (isOfFloats(fill)) {
            throw refusal(fill, "gives floats, and this is a parameter of integers" + CURE);
        }
    }

    private static boolean isOfFloats(Fill fill) {
        return fill instanceof UniformFill
                || fill instanceof NormalFill
                || fill instanceof TruncatedNormalFill
                || fill instanceof VarianceScaledFill
                || fill instanceof OrthogonalFill
                || fill instanceof DeltaOrthogonalFill
                || fill instanceof SparseFill
                || fill instanceof InverseSoftplusFill
                || fill instanceof BilinearFill
                || fill instanceof LogRangeFill
                || fill instanceof HippoLegsFill;
    }

    private static InitializationException refusal(Fill fill, String problem) {
        return new InitializationException("IntegerValues", fill.toString(), null, problem);
    }
}
