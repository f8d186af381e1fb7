package org.initweights.internal.values;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.initweights.TensorShape;

/**
 * A table that is ready to be computed: its expression with all numbers in it, along the innermost axis that has more than one index. Every
 * element is a function of its indices alone, to the bit, wherever a computation begins.
 *
 * <p>Threads may share it; each computes with a {@link #cursor} of its own.
 */
public final class TableProgram {

    /** Up to this size of the innermost axis, what depends on it alone is kept. */
    private static final int LONGEST_TABLE = 1 << 16;

    private final ElementNode root;
    private final long[] dims;
    private final int inner;
    private final boolean isTabulated;
    private final Map<ElementNode, double[]> tables = new ConcurrentHashMap<>();

    private TableProgram(ElementNode root, long[] dims, int inner, boolean isTabulated) {
        this.root = root;
        this.dims = dims;
        this.inner = inner;
        this.isTabulated = isTabulated;
    }

    /**
     * The program of a table.
     *
     * @param elements how many elements are to be computed
     */
    static TableProgram of(ElementExpression expression, List<NamedNumber> numbers, TensorShape shape, long elements) {
        long[] dims = shape.dims();
        ElementNode root = new NodeBinding(numbers, dims).bind(expression.root());
        int inner = innermost(shape);
        long length = inner < 0 ? 1 : dims[inner];
        return new TableProgram(root, dims, inner, length <= LONGEST_TABLE && elements >= 2 * length);
    }

    private static int innermost(TensorShape shape) {
        int axis = shape.rank() - 1;
        while (axis >= 0 && shape.size(axis) == 1) {
            axis--;
        }
        return axis;
    }

    /** Something that computes elements, for one thread. */
    public TableCursor cursor() {
        StepBuilder ofRuns = StepBuilder.plain();
        StepBuilder ofElements = StepBuilder.along(inner, ofRuns, isTabulated ? this::table : null);
        Step step = ofElements.build(root);
        Lanes runs = new Lanes(dims.length, ofRuns.steps(), null);
        Lanes lanes = new Lanes(dims.length, ofElements.steps(), runs);
        return new TableCursor(step, lanes, dims, inner);
    }

    private double[] table(ElementNode node) {
        return tables.computeIfAbsent(node, this::compute);
    }

    private double[] compute(ElementNode node) {
        StepBuilder builder = StepBuilder.plain();
        Step step = builder.build(node);
        Lanes lanes = new Lanes(dims.length, builder.steps(), null);
        lanes.count(inner);
        double[] table = new double[(int) dims[inner]];
        for (int from = 0; from < table.length; from += Lanes.WIDTH) {
            int count = Math.min(Lanes.WIDTH, table.length - from);
            lanes.begin(count);
            for (int i = 0; i < count; i++) {
                lanes.indices[inner][i] = from + i;
            }
            System.arraycopy(step.of(lanes), 0, table, from, count);
        }
        return table;
    }
}
