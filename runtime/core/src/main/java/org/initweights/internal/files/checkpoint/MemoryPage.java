package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.function.Function;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.internal.tensor.DoubleBufferStorage;
import org.initweights.internal.tensor.FloatBufferStorage;
import org.initweights.internal.tensor.HalfBufferStorage;
import org.initweights.internal.tensor.IntStorage;
import org.initweights.internal.tensor.LongStorage;
import org.initweights.internal.tensor.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Some elements of a tensor that follow each other. They are gathered in memory until the room is needed for others; from then on they
 * are in the file, where what still comes is written in place. Only a page that is read comes back.
 */
final class MemoryPage {

    private final FileRange place;
    private final DType dtype;
    private final int elements;
    private final PagePool pool;

    private @Nullable ByteBuffer room;
    private @Nullable Storage values;
    private boolean inFile;
    private boolean changed;

    MemoryPage(FileRange place, DType dtype, int elements, PagePool pool) {
        this.place = place;
        this.dtype = dtype;
        this.elements = elements;
        this.pool = pool;
    }

    /** Puts values to a storage, from an index on. */
    @FunctionalInterface
    interface Values {
        void putTo(Storage target, long from);
    }

    /** Writes {@code count} elements. */
    synchronized void put(int from, int count, Values written) {
        if (values == null && inFile) {
            ByteBuffer few = ByteBuffer.allocate(count * dtype.bytes());
            written.putTo(storage(few), 0);
            write(few, place.from((long) from * dtype.bytes()));
        } else {
            written.putTo(inMemory(), from);
            changed = true;
        }
    }

    /** The elements, for as long as no other thread changes the page. */
    synchronized <T> T read(Function<? super Storage, T> reader) {
        return reader.apply(inMemory());
    }

    private Storage inMemory() {
        if (values == null) {
            ByteBuffer taken = pool.take();
            try {
                enter(taken.clear().limit(elements * dtype.bytes()));
            } catch (RuntimeException | Error e) {
                pool.fail(e);
                throw e;
            }
        }
        return Objects.requireNonNull(values);
    }

    private void enter(ByteBuffer taken) {
        if (inFile) {
            readInto(taken);
        }
        room = taken.rewind();
        values = storage(room);
        pool.enter(this);
    }

    private void readInto(ByteBuffer taken) {
        try {
            place.read(taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ByteBuffer bytes, FileRange target) {
        try {
            target.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings the elements to the file, and gives back their room. */
    synchronized ByteBuffer leave() {
        ByteBuffer left = Objects.requireNonNull(room);
        if (changed) {
            write(left.rewind(), place);
        }
        room = null;
        values = null;
        changed = false;
        inFile = true;
        return left;
    }

    private Storage storage(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        return switch (dtype) {
            case F64 -> new DoubleBufferStorage(bytes.asDoubleBuffer());
            case F32 -> new FloatBufferStorage(bytes.asFloatBuffer());
            case F16 -> new HalfBufferStorage(bytes.asShortBuffer(), HalfFormat.FP16);
            case BF16 -> new HalfBufferStorage(bytes.asShortBuffer(), HalfFormat.BF16);
            case I32 -> new IntStorage(bytes.asIntBuffer());
            case I64 -> new LongStorage(bytes.asLongBuffer());
        };
    }
}
