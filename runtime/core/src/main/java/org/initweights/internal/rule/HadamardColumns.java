package org.initweights.internal.rule;

import org.initweights.TensorShape;

/**
 * The columns of a Hadamard matrix that a layer's out channels take, as an expression of the indices of its weight.
 *
 * <p>In Sylvester's matrix the sign of an element is that of (-1) to the number of binary digits that row and column have in common.
 *
 * @param shape a weight without stack or packing
 * @param rows the out channels of a group
 * @param columns the in channels of a group
 */
record HadamardColumns(TensorShape shape, long rows, long columns) {

    static HadamardColumns of(TensorShape shape) {
        int rank = shape.rank();
        return new HadamardColumns(
                shape,
                perGroup(shape, shape.layout().outAxis(rank)),
                perGroup(shape, shape.layout().inAxis(rank)));
    }

    private static long perGroup(TensorShape shape, int axis) {
        return isWhole(shape, axis) ? shape.size(axis) / shape.groups() : shape.size(axis);
    }

    private static boolean isWhole(TensorShape shape, int axis) {
        return axis == shape.layout().wholeAxis(shape.rank());
    }

    /** Whether every out channel can have an in channel of its own. */
    boolean isIdentity() {
        return rows <= columns;
    }

    /** The rows of the whole matrix, the least power of two that is enough. */
    long order() {
        return rows <= 1 ? 1 : Long.highestOneBit(rows - 1) << 1;
    }

    /** What gives each column of the whole matrix the length 1. */
    double scale() {
        return 1 / Math.sqrt((double) order());
    }

    /** The identity of each group. */
    String diagonal() {
        return row() + " == " + column() + " ? 1 : 0";
    }

    /** Each element, where {@code scale} is {@link #scale}. */
    String expression() {
        StringBuilder element = new StringBuilder("scale");
        for (int digit = 0; digit < Long.SIZE - Long.numberOfLeadingZeros(columns - 1); digit++) {
            element.append(" * (1 - 2 * ")
                    .append(digit(row(), digit))
                    .append(" * ")
                    .append(digit(column(), digit))
                    .append(")");
        }
        return centred(element.toString());
    }

    private static String digit(String index, int digit) {
        return digit == 0 ? "mod(" + index + ", 2)" : "mod(floor(" + index + " / " + (1L << digit) + "), 2)";
    }

    private String row() {
        return index(shape.layout().outAxis(shape.rank()), rows);
    }

    private String column() {
        return index(shape.layout().inAxis(shape.rank()), columns);
    }

    private String index(int axis, long perGroup) {
        return shape.groups() > 1 && isWhole(shape, axis) ? "mod(i" + axis + ", " + perGroup + ")" : "i" + axis;
    }

    /** Only the centre of the kernel is not 0. */
    private String centred(String element) {
        int rank = shape.rank();
        String all = element;
        for (int axis = rank - 1; axis >= 0; axis--) {
            boolean spatial = axis != shape.layout().outAxis(rank)
                    && axis != shape.layout().inAxis(rank);
            if (spatial) {
                all = "i" + axis + " == " + shape.size(axis) / 2 + " ? (" + all + ") : 0";
            }
        }
        return all;
    }
}
