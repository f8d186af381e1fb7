package org.initweights.internal.files.checkpoint;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.initweights.DType;
import org.initweights.internal.tensor.Pieces;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.tensor.WholeNumbers;

/** A tensor that lies in a part of a file, little-endian, and passes through memory page by page. */
final class PagedStorage implements Storage {

    private final FileRange place;
    private final DType dtype;
    private final long length;
    private final PagePool pool;
    private final Pieces pieces;
    private final AtomicReferenceArray<MemoryPage> pages;

    PagedStorage(FileRange place, DType dtype, long length, PagePool pool) {
        this.place = place;
        this.dtype = dtype;
        this.length = length;
        this.pool = pool;
        this.pieces = new Pieces(pool.pageBytes() / dtype.bytes());
        this.pages = new AtomicReferenceArray<>(length == 0 ? 0 : pieces.number(length - 1) + 1);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Precision precision() {
        return dtype == DType.F64 || dtype.isInteger() ? Precision.DOUBLE : Precision.SINGLE;
    }

    @Override
    public DType dtype() {
        return dtype;
    }

    @Override
    public double get(long index) {
        Objects.checkIndex(index, length);
        return page(index).read(page -> page.get(pieces.within(index)));
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        Objects.checkFromIndexSize(from, count, length);
        pieces.walk(
                from,
                count,
                (index, done, part) -> page(index).read(page -> {
                    page.encode(pieces.within(index), part, target);
                    return page;
                }));
    }

    @Override
    public void put(long offset, float[] values, int count) {
        Objects.checkFromIndexSize(offset, count, length);
        pieces.put(
                offset, values, count, (index, part, size) -> put(index, size, (page, to) -> page.put(to, part, size)));
    }

    @Override
    public void put(long offset, double[] values, int count) {
        Objects.checkFromIndexSize(offset, count, length);
        if (dtype.isInteger()) {
            // A page does not know where it begins.
            WholeNumbers.check(dtype, offset, values, count);
        }
        pieces.put(
                offset, values, count, (index, part, size) -> put(index, size, (page, to) -> page.put(to, part, size)));
    }

    private void put(long index, int count, MemoryPage.Values values) {
        page(index).put((int) pieces.within(index), count, values);
    }

    private MemoryPage page(long index) {
        int number = pieces.number(index);
        MemoryPage page = pages.get(number);
        if (page != null) {
            return page;
        }
        long from = number * pieces.length();
        int elements = (int) Math.min(pieces.length(), length - from);
        pages.compareAndSet(number, null, new MemoryPage(place.from(from * dtype.bytes()), dtype, elements, pool));
        return pages.get(number);
    }
}
