package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.initweights.DType;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel writes a tensor through that has no memory to share. Large pieces go straight to the adapter. At the first small one, which
 * comes from what writes elements one by one or in another order, the tensor is gathered in memory of our own instead, and written as a whole
 * at the end: a call of the adapter for each element would be tens of times slower.
 *
 * <p>An adapter that is quick in bands alone gets them from kernels that write piece by piece, each from an array that stays in a core's
 * cache; from all others it gets the whole.
 */
final class GatheringStorage<T> implements Storage {

    /** Pieces of fewer elements than that are gathered, unless they end the tensor. */
    private static final int FEW = 256;

    private final AdaptedTensor<T> target;
    private final MemoryOrder order;

    /** Arrays for the next bands: as many as threads draw at once. */
    private final Queue<float[]> idleBands = new ConcurrentLinkedQueue<>();

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Once there, it stays. */
    private volatile @Nullable WholeTensor<T> gathered;

    private volatile boolean passedOn;

    /** How many elements a band has, or 0 if pieces of any length are passed on. */
    private final int band;

    private GatheringStorage(AdaptedTensor<T> target, MemoryOrder order, int band) {
        this.target = target;
        this.order = order;
        this.band = band;
    }

    /** Begins with the pieces that the adapter takes. */
    static <T> GatheringStorage<T> piecewise(AdaptedTensor<T> target, MemoryOrder order) {
        return new GatheringStorage<>(target, order, 0);
    }

    /** Begins with bands, if the adapter has a length for them and a kernel asks; gathers all else. */
    static <T> GatheringStorage<T> inBands(AdaptedTensor<T> target, MemoryOrder order) {
        int band = target.bandLength();
        return band > 0 ? new GatheringStorage<>(target, order, band) : whole(target, order);
    }

    /** Gathers all from the beginning. */
    private static <T> GatheringStorage<T> whole(AdaptedTensor<T> target, MemoryOrder order) {
        GatheringStorage<T> storage = new GatheringStorage<>(target, order, 0);
        storage.gathered = WholeTensor.of(target);
        return storage;
    }

    /** Writes what was gathered. */
    void finish() {
        WholeTensor<T> all = gathered;
        if (all != null) {
            all.write();
        }
    }

    @Override
    public long length() {
        return target.length();
    }

    @Override
    public Precision precision() {
        return target.precision();
    }

    @Override
    public DType dtype() {
        return target.dtype();
    }

    @Override
    public MemoryOrder order() {
        return order;
    }

    @Override
    public boolean isConcurrent() {
        return gathered != null || target.adapter().isConcurrent();
    }

    @Override
    public double get(long index) {
        WholeTensor<T> all = gathered;
        return all == null
                ? target.adapter().get(target.tensor(), index)
                : all.elements().get(index);
    }

    @Override
    public void encode(long from, int count, ByteBuffer bytes) {
        WholeTensor<T> all = gathered;
        if (all == null) {
            target.encode(from, count, bytes);
        } else {
            all.elements().encode(from, count, bytes);
        }
    }

    @Override
    public void put(long offset, float[] values, int count) {
        put(offset, count, elements -> elements.put(offset, values, count), () -> target.put(offset, values, count));
    }

    @Override
    public void put(long offset, double[] values, int count) {
        put(offset, count, elements -> elements.put(offset, values, count), () -> target.put(offset, values, count));
    }

    @Override
    public int pieceLength(int usual) {
        return band > 0 && gathered == null ? band : usual;
    }

    @Override
    public void writePiece(long from, long to, Consumer<Storage> kernel) {
        if (band == 0 || gathered != null) {
            Storage.super.writePiece(from, to, kernel);
            return;
        }
        int count = (int) (to - from);
        float[] idle = idleBands.poll();
        float[] values = idle == null ? new float[band] : idle;
        kernel.accept(new RangeStorage(new FloatArrayStorage(values), 0, count));
        if (!passOn(() -> target.put(from, values, count))) {
            Objects.requireNonNull(gathered).elements().put(from, values, count);
        }
        idleBands.add(values);
    }

    private void put(long offset, int count, Gather gather, Runnable passOn) {
        if (gathered == null && (band > 0 || (count < FEW && offset + count < length()))) {
            gather();
        }
        if (gathered != null || !passOn(passOn)) {
            gather.into(Objects.requireNonNull(gathered).elements());
        }
    }

    /** Lets the adapter have a piece, unless all is gathered by now. Those who put may do so together; only that change is for one thread. */
    private boolean passOn(Runnable piece) {
        Lock shared = lock.readLock();
        shared.lock();
        try {
            if (gathered != null) {
                return false;
            }
            passedOn = true;
            piece.run();
            return true;
        } finally {
            shared.unlock();
        }
    }

    private void gather() {
        if (gathered != null || !target.fitsInBuffer()) {
            return;
        }
        Lock alone = lock.writeLock();
        alone.lock();
        try {
            if (gathered == null) {
                WholeTensor<T> all = WholeTensor.of(target);
                if (passedOn) {
                    target.encode(0, Math.toIntExact(length()), all.fromFirst());
                }
                gathered = all;
            }
        } finally {
            alone.unlock();
        }
    }

    /** Puts a piece into what is gathered. */
    @FunctionalInterface
    private interface Gather {
        void into(ModelStorage elements);
    }
}
