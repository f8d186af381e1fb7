package org.initweights.internal.values;

/** Computes elements of a table, any range of them at a time. One thread uses it. */
public final class TableCursor {

    private final Step step;
    private final Lanes lanes;
    private final long[] dims;
    private final int inner;
    private final long length;

    TableCursor(Step step, Lanes lanes, long[] dims, int inner) {
        this.step = step;
        this.lanes = lanes;
        this.dims = dims;
        this.inner = inner;
        this.length = inner < 0 ? 1 : dims[inner];
        if (inner >= 0) {
            lanes.count(inner);
        }
        for (int axis = 0; axis < inner; axis++) {
            lanes.runs().count(axis);
        }
    }

    /**
     * Puts elements to the beginning of {@code out}.
     *
     * @param from the first, in row-major order
     */
    public void compute(long from, int count, double[] out) {
        for (int done = 0; done < count; ) {
            int some = Math.min(Lanes.WIDTH, count - done);
            begin(from + done, some);
            System.arraycopy(step.of(lanes), 0, out, done, some);
            done += some;
        }
    }

    private void begin(long from, int count) {
        long row = from / length;
        long index = from - row * length;
        int run = 0;
        for (int done = 0; done < count; run++) {
            int end = (int) Math.min(count, done + length - index);
            place(run, row + run);
            for (; done < end; done++) {
                if (inner >= 0) {
                    lanes.indices[inner][done] = index++;
                }
                lanes.run[done] = run;
            }
            index = 0;
        }
        lanes.begin(count);
        lanes.runs().begin(run);
    }

    /** Counts the axes around the innermost for a run. */
    private void place(int run, long row) {
        long rest = row;
        for (int axis = inner - 1; axis >= 0; axis--) {
            long whole = rest / dims[axis];
            lanes.runs().indices[axis][run] = rest - whole * dims[axis];
            rest = whole;
        }
    }
}
