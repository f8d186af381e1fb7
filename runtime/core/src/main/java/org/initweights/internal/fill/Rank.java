package org.initweights.internal.fill;

import org.initweights.InitializationException;
import org.initweights.TensorShape;

/** What must hold for the number of dimensions. */
public final class Rank {

    private Rank() {}

    /** Refuses any other number of dimensions than those from {@code least} to {@code most}. */
    public static void check(String id, String initializer, TensorShape shape, int least, int most, String demand) {
        checkLayout(initializer, shape);
        if (shape.rank() < least || shape.rank() > most) {
            throw new InitializationException(
                    id, initializer, null, "needs " + demand + ", but " + shape + " has " + count(shape.rank()));
        }
    }

    /** Refuses shapes whose axes are none of a layout's: a structure needs one axis of in channels and one of out channels. */
    public static void checkLayout(String initializer, TensorShape shape) {
        shape.axes().ifPresent(axes -> {
            throw new InitializationException(
                    "AxesLayout",
                    initializer,
                    null,
                    "is not defined for " + shape + " with " + axes
                            + "; give it a layout, whose in and out are one axis each");
        });
    }

    /** Refuses shapes that have no fan. */
    public static void checkFan(String initializer, TensorShape shape) {
        TensorShape weight = shape.unstacked();
        if (weight.rank() < 2) {
            throw new InitializationException(
                    "FanRank",
                    initializer,
                    null,
                    "needs a fan, and " + weight + " has " + count(weight.rank())
                            + "; use zeros(), or torchDefault(LINEAR, weight) with the shape of its weight for PyTorch's bias rule");
        }
    }

    /** Refuses scalars. */
    public static void checkAxis(String initializer, TensorShape shape) {
        if (shape.rank() == 0) {
            throw new InitializationException(
                    "AxisRank", initializer, null, "needs an axis that grows with the width, and a scalar has none");
        }
    }

    private static String count(int rank) {
        return switch (rank) {
            case 0 -> "no dimension";
            case 1 -> "one dimension";
            default -> rank + " dimensions";
        };
    }
}
