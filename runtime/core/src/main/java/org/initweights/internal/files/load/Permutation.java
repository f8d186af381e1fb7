package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.internal.files.ElementReader;

/**
 * Brings elements to another order of axes on their way. It gathers rows of the source's first axis, up to 64 MB of them, and hands them on
 * in runs as long as the new order allows, so that the largest matrices need no more memory.
 *
 * <p>One thread uses it.
 */
public final class Permutation implements ElementReader.Decoder {

    private static final int MOST_BYTES = 1 << 26;
    private static final int CHUNK_BYTES = 1 << 20;

    private final long[] sizes;
    private final long[] strides;
    private final long row;
    private final int bytes;
    private final ElementReader.Decoder target;
    private final ByteBuffer band;

    /** The first element of the band, and how many elements of it are there. */
    private long start;

    private long filled;

    /**
     * @param sizes of the source
     * @param bytes of an element
     * @param inOrder whether the source gives its elements in their order
     */
    public Permutation(AxisOrder order, long[] sizes, int bytes, boolean inOrder, ElementReader.Decoder target) {
        this.sizes = sizes.clone();
        this.strides = order.strides(sizes);
        this.bytes = bytes;
        this.target = target;
        long elements = AxisOrder.elements(sizes);
        this.row = sizes.length == 0 || sizes[0] == 0 ? elements : elements / sizes[0];
        long rows = inOrder && row > 0 ? Math.max(1, MOST_BYTES / (row * bytes)) : Long.MAX_VALUE;
        long capacity = rows >= (sizes.length == 0 ? 1 : sizes[0]) ? elements : rows * row;
        this.band = ByteBuffer.allocate(Math.toIntExact(capacity * bytes));
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        band.order(source.order());
        int taken = 0;
        while (taken < count) {
            long at = from + taken - start;
            int part = (int) Math.min(count - taken, band.capacity() / bytes - at);
            band.put((int) at * bytes, source, source.position(), part * bytes);
            source.position(source.position() + part * bytes);
            taken += part;
            filled += part;
            if (filled * bytes == band.capacity() || start + filled == AxisOrder.elements(sizes)) {
                flush();
            }
        }
    }

    private void flush() {
        if (filled == AxisOrder.elements(sizes)) {
            flushAll();
        } else if (sizes.length == 2) {
            flushColumns();
        } else {
            flushSingly();
        }
        start += filled;
        filled = 0;
    }

    /** All elements are there: they are brought to their order in memory. */
    private void flushAll() {
        ByteBuffer ordered = ByteBuffer.allocate(band.capacity()).order(band.order());
        AxisCursor cursor = cursor();
        for (int i = 0; i < filled; i++) {
            copy(i, ordered, (int) cursor.index());
            cursor.advance();
        }
        int most = CHUNK_BYTES / bytes;
        for (int from = 0; from < filled; from += most) {
            int count = (int) Math.min(most, filled - from);
            target.decode(from, count, piece(ordered, from, count));
        }
    }

    /** Some rows of a matrix are there: a run of each column. */
    private void flushColumns() {
        int rows = (int) (filled / row);
        ByteBuffer run = ByteBuffer.allocate(rows * bytes).order(band.order());
        for (int column = 0; column < row; column++) {
            for (int i = 0; i < rows; i++) {
                copy((int) (i * row + column), run, i);
            }
            target.decode(column * sizes[0] + start / row, rows, run.clear());
        }
    }

    private void flushSingly() {
        AxisCursor cursor = cursor();
        for (int i = 0; i < filled; i++) {
            target.decode(cursor.index(), 1, piece(band, i, 1));
            cursor.advance();
        }
    }

    private ByteBuffer piece(ByteBuffer of, int from, int count) {
        ByteOrder order = of.order();
        return of.slice(from * bytes, count * bytes).order(order);
    }

    private void copy(int from, ByteBuffer to, int at) {
        switch (bytes) {
            case Short.BYTES -> to.putShort(at * bytes, band.getShort(from * bytes));
            case Integer.BYTES -> to.putInt(at * bytes, band.getInt(from * bytes));
            case Long.BYTES -> to.putLong(at * bytes, band.getLong(from * bytes));
            default -> to.put(at * bytes, band, from * bytes, bytes);
        }
    }

    /** At the first element of the band. */
    private AxisCursor cursor() {
        return new AxisCursor(sizes, strides, row > 0 ? start / row : 0);
    }
}
