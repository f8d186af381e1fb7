package org.initweights.internal.files.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.initweights.DType;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;

/** A tensor that lies in a part of a file, little-endian, and passes through memory page by page. */
final class PagedStorage implements Storage {

    private final FileRange place;
    private final DType dtype;
    private final long length;
    private final PagePool pool;
    private final int pageElements;
    private final AtomicReferenceArray<MemoryPage> pages;

    PagedStorage(FileRange place, DType dtype, long length, PagePool pool) {
        this.place = place;
        this.dtype = dtype;
        this.length = length;
        this.pool = pool;
        this.pageElements = pool.pageBytes() / dtype.bytes();
        this.pages = new AtomicReferenceArray<>(Math.toIntExact((length + pageElements - 1) / pageElements));
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
        return page(index).read(page -> page.get(index % pageElements));
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        Objects.checkFromIndexSize(from, count, length);
        for (int done = 0; done < count; ) {
            long index = from + done;
            int part = partAt(index, count - done);
            page(index).read(page -> {
                page.encode(index % pageElements, part, target);
                return page;
            });
            done += part;
        }
    }

    @Override
    public void put(long offset, float[] values, int count) {
        Objects.checkFromIndexSize(offset, count, length);
        for (int done = 0; done < count; ) {
            int part = partAt(offset + done, count - done);
            float[] slice = done == 0 ? values : Arrays.copyOfRange(values, done, done + part);
            put(offset + done, part, (page, from) -> page.put(from, slice, part));
            done += part;
        }
    }

    @Override
    public void put(long offset, double[] values, int count) {
        Objects.checkFromIndexSize(offset, count, length);
        for (int done = 0; done < count; ) {
            int part = partAt(offset + done, count - done);
            double[] slice = done == 0 ? values : Arrays.copyOfRange(values, done, done + part);
            put(offset + done, part, (page, from) -> page.put(from, slice, part));
            done += part;
        }
    }

    private void put(long index, int count, MemoryPage.Values values) {
        page(index).put((int) (index % pageElements), count, values);
    }

    /** How many of {@code wanted} elements from {@code index} on are on the same page. */
    private int partAt(long index, int wanted) {
        return (int) Math.min(wanted, pageElements - index % pageElements);
    }

    private MemoryPage page(long index) {
        int number = (int) (index / pageElements);
        MemoryPage page = pages.get(number);
        if (page != null) {
            return page;
        }
        long from = (long) number * pageElements;
        int elements = (int) Math.min(pageElements, length - from);
        pages.compareAndSet(number, null, new MemoryPage(place.from(from * dtype.bytes()), dtype, elements, pool));
        return pages.get(number);
    }
}
