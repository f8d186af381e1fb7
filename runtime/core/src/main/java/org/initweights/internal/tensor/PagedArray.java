package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.stream.IntStream;
import org.initweights.DType;

/** Elements on the heap, little-endian, in pages, so that there may be more bytes than an array has. */
public final class PagedArray implements Storage {

    private static final int PAGE_BYTES = 1 << 24;

    private final DType dtype;
    private final long length;
    private final Pieces pieces;
    private final Storage[] pages;

    /** Zeros. */
    public PagedArray(DType dtype, long length) {
        this.dtype = dtype;
        this.length = length;
        this.pieces = new Pieces(PAGE_BYTES / dtype.bytes());
        this.pages = IntStream.range(0, length == 0 ? 0 : pieces.number(length - 1) + 1)
                .mapToObj(page -> LittleEndian.storage(dtype, ByteBuffer.allocate(bytes(page))))
                .toArray(Storage[]::new);
    }

    private int bytes(int page) {
        return (int) Math.min(pieces.length(), length - page * pieces.length()) * dtype.bytes();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Precision precision() {
        return dtype == DType.F64 ? Precision.DOUBLE : Precision.SINGLE;
    }

    @Override
    public DType dtype() {
        return dtype;
    }

    @Override
    public double get(long index) {
        Objects.checkIndex(index, length);
        return pages[pieces.number(index)].get(pieces.within(index));
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        Objects.checkFromIndexSize(from, count, length);
        pieces.walk(
                from,
                count,
                (index, done, part) -> pages[pieces.number(index)].encode(pieces.within(index), part, target));
    }

    @Override
    public void put(long offset, float[] values, int count) {
        Objects.checkFromIndexSize(offset, count, length);
        pieces.put(
                offset,
                values,
                count,
                (index, part, size) -> pages[pieces.number(index)].put(pieces.within(index), part, size));
    }

    @Override
    public void put(long offset, double[] values, int count) {
        Objects.checkFromIndexSize(offset, count, length);
        pieces.put(
                offset,
                values,
                count,
                (index, part, size) -> pages[pieces.number(index)].put(pieces.within(index), part, size));
    }
}
