package org.initweights.internal.piece;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Supplier;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.kernel.FillKernel;
import org.initweights.internal.kernel.MatrixHeap;
import org.initweights.internal.rule.NamedResolution;
import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.LittleEndian;
import org.initweights.internal.tensor.PagedArray;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.tensor.WindowStorage;
import org.jspecify.annotations.Nullable;

/**
 * Draws elements of one parameter, with the values that they have in the whole. What has to be made as a whole is made once, and kept until
 * other elements are asked for. It belongs to one thread.
 */
public final class ElementDrawing implements DrawnElements {

    /** Of what begins with a draw of the whole parameter, or with opening a file, so many elements are made at a time. */
    private static final long LARGE_PART = 1 << 24;

    private final Parameter parameter;
    private final Supplier<Sampler> start;
    private final boolean isRejecting;
    private final boolean isInLargeParts;
    private ElementRange unit = ElementRange.NONE;
    private @Nullable Storage made;

    /**
     * Nothing is drawn yet.
     *
     * @param start a sampler that stands where the parameter begins to draw; each time another
     */
    public ElementDrawing(Parameter parameter, Supplier<Sampler> start) {
        this.parameter = parameter;
        this.start = start;
        this.isRejecting =
                WholeUnits.hasTruncated(parameter.fill()) && start.get().goesOn();
        this.isInLargeParts = isRejecting || WholeUnits.isStored(parameter.fill());
    }

    @Override
    public DType dtype() {
        return parameter.dtype();
    }

    @Override
    public long elements() {
        return parameter.elements();
    }

    @Override
    public double heapBytes() {
        long part = isInLargeParts ? Math.min(LARGE_PART, elements()) : 0;
        long unit = WholeUnits.largest(parameter.fill(), elements());
        // Of what may be rejected, a bit for each element says whether it has a value yet.
        double waiting = isRejecting ? elements() / (double) Byte.SIZE : 0;
        return (double) Math.max(part, unit) * dtype().bytes() + waiting + MatrixHeap.bytes(parameter.fill());
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        Objects.checkFromIndexSize(from, count, parameter.elements());
        int bytes = parameter.dtype().bytes();
        for (int done = 0; done < count; ) {
            long index = from + done;
            ElementRange whole = unit(index);
            int part;
            if (whole.isEmpty()) {
                long end = WholeUnits.nextBegin(index, parameter.fill(), parameter.elements());
                part = (int) Math.min(count - done, end - index);
                write(index, LittleEndian.storage(parameter.dtype(), target.slice(target.position(), part * bytes)));
                target.position(target.position() + part * bytes);
            } else {
                part = (int) Math.min(count - done, whole.to() - index);
                made(whole).encode(index - whole.from(), part, target);
            }
            done += part;
        }
    }

    private ElementRange unit(long index) {
        ElementRange whole = WholeUnits.around(index, parameter.fill(), parameter.elements());
        if (whole.isEmpty() && isInLargeParts) {
            long begin = index / LARGE_PART * LARGE_PART;
            return new ElementRange(begin, Math.min(parameter.elements(), begin + LARGE_PART));
        }
        return whole;
    }

    private Storage made(ElementRange whole) {
        Storage found = made;
        if (found == null || !unit.equals(whole)) {
            made = null; // Not two at a time in memory.
            found = new PagedArray(parameter.dtype(), whole.length());
            write(whole.from(), found);
            made = found;
            unit = whole;
        }
        return found;
    }

    private void write(long from, Storage part) {
        NamedResolution.naming(
                parameter.name(),
                () -> FillKernel.write(
                        parameter.fill(), new WindowStorage(part, from, parameter.elements()), start.get()));
    }
}
