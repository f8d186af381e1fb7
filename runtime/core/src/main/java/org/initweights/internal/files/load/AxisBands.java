package org.initweights.internal.files.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.initweights.TensorShape;
import org.initweights.internal.files.PartReader;
import org.initweights.internal.files.TensorBytes;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.TensorPart;

/**
 * The elements of a tensor in another order of axes, read in bands of a few megabytes: some indices of one axis, with all that is behind
 * it. What is read one element after the other is read from the file once.
 *
 * <p>Several threads may read at the same time; they wait for each other.
 */
public final class AxisBands {

    private static final int MOST_BYTES = 1 << 23;

    private final TensorBytes bytes;
    private final TensorPart source;
    private final AxisOrder order;
    private final long[] sizes;
    private final int unit;

    /** The axis along which bands follow each other, how many indices of it a band has, and how many elements an index has. */
    private final int axis;

    private final long rows;
    private final long inner;

    /** The elements of the last band, and where they begin. */
    private ByteBuffer band = ByteBuffer.allocate(0);

    private long begin;

    /**
     * Reads nothing yet.
     *
     * @param bytes of elements of whole bytes
     * @param source the shape in the file
     */
    public AxisBands(TensorBytes bytes, TensorShape source, AxisOrder order) {
        this.bytes = bytes;
        this.source = TensorPart.all(source);
        this.order = order;
        this.sizes = order.sizes(source.dims());
        this.unit = TensorContent.unitBytes(bytes.type());
        long behind = 1;
        int along = sizes.length - 1;
        while (along > 0 && behind * sizes[along] * unit <= MOST_BYTES) {
            behind *= sizes[along];
            along--;
        }
        this.axis = Math.max(0, along);
        this.inner = sizes.length == 0 ? 1 : behind;
        this.rows = Math.max(1, MOST_BYTES / (Math.max(1, inner) * unit));
    }

    /** Appends elements to a target, in its byte order. */
    public synchronized void read(long from, int count, ByteBuffer target) throws IOException {
        for (long at = from; at < from + count; ) {
            if (at < begin
                    || at >= begin + band.capacity() / unit
                    || !band.order().equals(target.order())) {
                load(at, target);
            }
            int offset = (int) (at - begin) * unit;
            int part = (int) Math.min((from + count - at) * unit, band.capacity() - offset);
            target.put(band.duplicate().position(offset).limit(offset + part));
            at += part / unit;
        }
    }

    /** Reads the band that an element is in. */
    private void load(long element, ByteBuffer target) throws IOException {
        long size = sizes.length == 0 ? 1 : sizes[axis];
        long outer = element / (size * inner);
        long first = element / inner % size / rows * rows;
        long last = Math.min(size, first + rows);
        TensorPart part = source;
        long rest = outer;
        for (int i = axis - 1; i >= 0; i--) {
            part = part.slice(order.axes().get(i), rest % sizes[i], rest % sizes[i] + 1);
            rest /= sizes[i];
        }
        if (sizes.length > 0) {
            part = part.slice(order.axes().get(axis), first, last);
        }
        begin = outer * size * inner + first * inner;
        band = ordered(part, (int) ((last - first) * inner), target);
    }

    private ByteBuffer ordered(TensorPart part, int elements, ByteBuffer target) throws IOException {
        ByteBuffer result = ByteBuffer.allocate(elements * unit).order(target.order());
        long[] partSizes = part.shape().dims();
        AxisCursor cursor = new AxisCursor(partSizes, order.strides(partSizes), 0);
        PartReader.Source turned = (from, buffer) -> bytes.read(from / unit, buffer.remaining() / unit, buffer);
        new PartReader(part, unit, target.order(), turned).read(0, elements, (from, count, source) -> {
            for (int i = 0; i < count; i++) {
                result.put((int) cursor.index() * unit, source, source.position(), unit);
                source.position(source.position() + unit);
                cursor.advance();
            }
        });
        return result;
    }
}
