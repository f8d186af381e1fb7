package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.initweights.DType;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel writes a tensor through that has no memory to share. Large pieces go straight to the adapter. At the first small one, which
 * comes from what writes elements one by one or in another order, the tensor is gathered in memory of our own instead, and written as a whole
 * at the end: a call of the adapter for each element would be tens of times slower.
 */
final class GatheringStorage<T> implements Storage {

    /** Pieces of fewer elements than that are gathered, unless they end the tensor. */
    private static final int FEW = 256;

    private final AdaptedTensor<T> target;
    private final MemoryOrder order;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Once there, it stays. */
    private volatile @Nullable WholeTensor<T> gathered;

    private volatile boolean passedOn;

    private GatheringStorage(AdaptedTensor<T> target, MemoryOrder order) {
        this.target = target;
        this.order = order;
    }

    /** Begins with the pieces that the adapter takes. */
    static <T> GatheringStorage<T> piecewise(AdaptedTensor<T> target, MemoryOrder order) {
        return new GatheringStorage<>(target, order);
    }

    /** Gathers all from the beginning. */
    static <T> GatheringStorage<T> whole(AdaptedTensor<T> target, MemoryOrder order) {
        GatheringStorage<T> storage = new GatheringStorage<>(target, order);
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

    private void put(long offset, int count, Gather gather, Runnable passOn) {
        if (gathered == null && count < FEW && offset + count < length()) {
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
