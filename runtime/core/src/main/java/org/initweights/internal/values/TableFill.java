package org.initweights.internal.values;

import java.util.List;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;

/**
 * Each element is what an expression says of its indices.
 *
 * @param expression as the user wrote it
 * @param numbers what its names mean that are no indices or sizes
 * @param shape the sizes of the axes; their roles do not matter
 */
public record TableFill(String expression, List<NamedNumber> numbers, TensorShape shape)
        implements Fill, KnownElements {

    /** Tables up to this size are looked at as a whole when they are made, so that nothing infinite is found while they are written. */
    private static final long SMALL = 4096;

    /** Of larger tables, the corners of at most so many axes are looked at. */
    private static final int MOST_AXES = 10;

    public TableFill {
        numbers = List.copyOf(numbers);
        shape = TensorShape.of(shape.dims());
        ElementExpression read = ElementExpression.complete(ElementKind.TABLE, expression, numbers);
        read.checkFinite(numbers);
        try {
            read.checkRank(shape.rank(), shape.toString());
        } catch (ElementMistake e) {
            throw ElementExpression.refusal(ElementKind.TABLE, expression, e);
        }
        checkFinite(read, numbers, shape);
    }

    private ElementExpression read() {
        return ElementExpression.complete(ElementKind.TABLE, expression, numbers);
    }

    /** Refuses a table with an element that is infinite or no number, as far as that can be seen at once. */
    private static void checkFinite(ElementExpression read, List<NamedNumber> numbers, TensorShape shape) {
        long elements = shape.elements();
        if (elements > SMALL) {
            checkCorners(read, numbers, shape);
        } else if (elements > 0) {
            double[] values = new double[(int) elements];
            TableProgram.of(read, numbers, shape, elements).cursor().compute(0, values.length, values);
            for (int i = 0; i < values.length; i++) {
                refuse(read, i, values[i], shape);
            }
        }
    }

    private static void checkCorners(ElementExpression read, List<NamedNumber> numbers, TensorShape shape) {
        TableCursor cursor = TableProgram.of(read, numbers, shape, 1).cursor();
        double[] values = new double[1];
        int axes = Math.min(MOST_AXES, shape.rank());
        for (int corner = 0; corner < 1 << axes; corner++) {
            long index = 0;
            for (int axis = 0; axis < shape.rank(); axis++) {
                boolean last = axis < axes && (corner >> axis & 1) == 1;
                index = index * shape.size(axis) + (last ? shape.size(axis) - 1 : 0);
            }
            cursor.compute(index, 1, values);
            refuse(read, index, values[0], shape);
        }
    }

    @Override
    public void refuse(long index, double value) {
        refuse(read(), index, value, shape);
    }

    private static void refuse(ElementExpression read, long index, double value, TensorShape shape) {
        if (!Double.isFinite(value)) {
            throw new InitializationException(
                    "TableValue",
                    read.display(),
                    "value",
                    "is " + value + " at " + ElementPlace.of(index, shape) + " of " + shape
                            + "; choose another value there, as in i0 == 0 ? 0 : …");
        }
    }

    @Override
    public long elements() {
        return shape.elements();
    }

    @Override
    public Sources sources(long elements) {
        TableProgram program = TableProgram.of(read(), numbers, shape, elements);
        return () -> program.cursor()::compute;
    }

    @Override
    public boolean isConcurrent() {
        return true;
    }

    @Override
    public boolean fits(long elements) {
        return elements == elements();
    }

    @Override
    public double mean() {
        return moments().mean();
    }

    @Override
    public double std() {
        return moments().std();
    }

    @Override
    public double lower() {
        return moments().lower();
    }

    @Override
    public double upper() {
        return moments().upper();
    }

    @Override
    public String toString() {
        return "table " + NumberNames.written(expression, numbers);
    }
}
