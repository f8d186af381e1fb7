package org.initweights.internal.piece;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.DType;

/**
 * Draws the elements of a block of a parameter. Runs that lie close together are drawn with what is between them, others one by one: a
 * source makes 512 or 1024 elements at a time anyway.
 */
public final class BlockDrawing implements DrawnElements {

    /** Runs that begin no further apart are drawn together. */
    private static final long CLOSE = 1 << 13;

    private static final int COVER_ELEMENTS = 1 << 17;

    private final DrawnElements whole;
    private final Block block;
    private final boolean isClose;
    private ByteBuffer cover = ByteBuffer.allocate(0);
    private long coverFrom;
    private long coverTo;

    public BlockDrawing(DrawnElements whole, Block block) {
        this.whole = whole;
        this.block = block;
        this.isClose = !block.isWhole() && block.stride() <= CLOSE;
    }

    @Override
    public DType dtype() {
        return whole.dtype();
    }

    @Override
    public long elements() {
        return block.elements();
    }

    @Override
    public double heapBytes() {
        return whole.heapBytes() + (isClose ? COVER_ELEMENTS * dtype().bytes() : 0);
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        for (int done = 0; done < count; ) {
            Block.Stretch stretch = block.at(from + done);
            int part = (int) Math.min(count - done, stretch.length());
            if (stretch.place() < 0) {
                target.put(new byte[part * dtype().bytes()]);
            } else if (isClose) {
                copyCovered(stretch.place(), part, target);
            } else {
                whole.encode(stretch.place(), part, target);
            }
            done += part;
        }
    }

    private void copyCovered(long place, int count, ByteBuffer target) {
        int bytes = dtype().bytes();
        for (int done = 0; done < count; ) {
            long index = place + done;
            if (index < coverFrom || index >= coverTo) {
                cover(index);
            }
            int part = (int) Math.min(count - done, coverTo - index);
            target.put(cover.slice((int) (index - coverFrom) * bytes, part * bytes));
            done += part;
        }
    }

    private void cover(long index) {
        int count = (int) Math.min(COVER_ELEMENTS, whole.elements() - index);
        if (cover.capacity() < count * dtype().bytes()) {
            cover = ByteBuffer.allocate(count * dtype().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        whole.encode(index, count, cover.clear());
        coverFrom = index;
        coverTo = index + count;
    }
}
