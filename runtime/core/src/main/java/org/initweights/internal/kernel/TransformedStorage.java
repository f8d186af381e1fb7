package org.initweights.internal.kernel;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.initweights.DType;
import org.initweights.internal.tensor.FiniteNumbers;
import org.initweights.internal.tensor.ForwardingStorage;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.values.DrawnProgram;
import org.initweights.internal.values.TransformedFill;

/**
 * A storage that gets a function of what is put here, computed in double, and rounds it once, to its own type. What is put here is drawn
 * as floats, or as doubles if the elements are doubles: to the sources it looks like a storage of those.
 *
 * <p>Several threads may put at the same time if the storage behind allows that: each takes a cursor of its own.
 */
final class TransformedStorage implements ForwardingStorage {

    private final Storage target;
    private final TransformedFill fill;
    private final DrawnProgram program;
    private final double overflow;
    private final Deque<DrawnProgram.Cursor> idle = new ConcurrentLinkedDeque<>();

    TransformedStorage(Storage target, TransformedFill fill) {
        this.target = target;
        this.fill = fill;
        this.program = fill.program();
        this.overflow = FiniteNumbers.overflow(target.dtype());
    }

    @Override
    public Storage target() {
        return target;
    }

    @Override
    public DType dtype() {
        return precision() == Precision.DOUBLE ? DType.F64 : DType.F32;
    }

    @Override
    public void put(long offset, float[] values, int count) {
        double[] drawn = new double[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = values[i];
        }
        put(offset, drawn, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        double[] written = new double[count];
        DrawnProgram.Cursor borrowed = idle.poll();
        DrawnProgram.Cursor cursor = borrowed == null ? program.cursor() : borrowed;
        cursor.compute(values, count, written);
        idle.push(cursor);
        for (int i = 0; i < count; i++) {
            if (!(Math.abs(written[i]) < overflow)) {
                fill.refuse(values[i], written[i]);
                throw FiniteNumbers.refusal(target.dtype(), offset + i, written[i]);
            }
        }
        target.put(offset, written, count);
    }
}
