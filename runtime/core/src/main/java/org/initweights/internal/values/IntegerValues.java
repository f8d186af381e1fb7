package org.initweights.internal.values;

import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.DiracFill;
import org.initweights.internal.fill.EyeFill;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.Leaves;
import org.initweights.internal.tensor.WholeNumbers;

/**
 * Which fills integers can hold: constants that are integers, ones and zeros in their places, and tables and values of integers. All others
 * give floats.
 */
public final class IntegerValues {

    private static final String CURE = "; use @Table, @Zeros, @Ones or @Constant, or keep it in floats";

    /** Of a table, so many elements are looked at before anything is written. */
    private static final long MOST_AT_ONCE = 4096;

    private IntegerValues() {}

    /**
     * Checks what a parameter of integers starts as. Of a large table the rest is checked when it is written, and so is what a function gives.
     *
     * @throws InitializationException if a type of integers cannot hold it
     */
    public static void check(Fill fill, DType dtype) {
        checkKind(fill, dtype);
        if (dtype.isInteger()) {
            Leaves.of(fill).forEach(leaf -> checkElements(leaf, dtype));
        }
    }

    /**
     * Checks what is the same for all shapes: that a fill gives no floats, whatever a table has in its places.
     *
     * @throws InitializationException if a type of integers cannot hold it
     */
    public static void checkKind(Fill fill, DType dtype) {
        if (dtype.isInteger()) {
            Leaves.of(fill).forEach(leaf -> checkLeaf(leaf, dtype));
        }
    }

    private static void checkLeaf(Fill fill, DType dtype) {
        if (fill instanceof ConstantFill constant) {
            if (!WholeNumbers.isHeld(dtype, constant.value())) {
                throw refusal(fill, "is " + constant.value() + isNone(dtype));
            }
        } else if (fill instanceof FromWeights) {
            throw refusal(
                    fill,
                    "begins with stored floats, and this is a parameter of integers; load it from the file instead");
        } else if (!isOfIntegers(fill)) {
            throw refusal(fill, "gives floats, and this is a parameter of integers" + CURE);
        }
    }

    private static boolean isOfIntegers(Fill fill) {
        return fill instanceof EyeFill || fill instanceof DiracFill || fill instanceof KnownElements;
    }

    private static void checkElements(Fill fill, DType dtype) {
        if (fill instanceof ValuesFill given) {
            for (int i = 0; i < given.values().size(); i++) {
                double value = given.values().get(i);
                if (!WholeNumbers.isHeld(dtype, value)) {
                    throw refusal(fill, "have " + value + " at " + i + isNone(dtype));
                }
            }
        } else if (fill instanceof TableFill table) {
            double[] first = new double[(int) Math.min(MOST_AT_ONCE, table.elements())];
            table.source(first.length).compute(0, first.length, first);
            for (int i = 0; i < first.length; i++) {
                if (!WholeNumbers.isHeld(dtype, first[i])) {
                    throw refusal(
                            fill,
                            "is " + first[i] + " at " + ElementPlace.of(i, table.shape()) + " of " + table.shape()
                                    + isNone(dtype));
                }
            }
        }
    }

    private static String isNone(DType dtype) {
        return ", which is no " + (dtype == DType.I32 ? "int" : "long") + "; round it, or keep the parameter in floats";
    }

    private static InitializationException refusal(Fill fill, String problem) {
        return new InitializationException("IntegerValues", fill.toString(), null, problem);
    }
}
