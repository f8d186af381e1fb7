package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Consumer;
import org.initweights.DType;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that an adapter reads and writes: its memory, if the adapter gives it, and else pieces or the whole, as {@link GatheringStorage}
 * says. The memory is asked for by each operation, since a tensor may have been closed since the last.
 */
public final class AdapterStorage<T> implements ModelStorage {

    private final AdaptedTensor<T> target;
    private final MemoryOrder order;
    private @Nullable WholeLoad<T> load;

    private AdapterStorage(AdaptedTensor<T> target, MemoryOrder order) {
        this.target = target;
        this.order = order;
    }

    /**
     * The elements of a tensor.
     *
     * @throws IllegalArgumentException if the adapter refuses the tensor, or contradicts itself
     */
    public static <T> AdapterStorage<T> of(T tensor, TensorAdapter<T> adapter, TensorShape shape) {
        long elements = adapter.elements(tensor);
        AdaptedTensor<T> target = new AdaptedTensor<>(tensor, adapter, adapter.dtype(tensor), elements);
        // Strides of another shape would be refused by words that do not say that the sizes differ.
        MemoryOrder order = elements == shape.elements()
                ? MemoryOrder.of(shape, adapter.strides(tensor, shape))
                : MemoryOrder.CONTIGUOUS;
        if (target.dtype().isInteger() && target.memory().isEmpty()) {
            throw new IllegalArgumentException(target.adapterName() + ".dtype says " + target.dtype()
                    + ", and elements are put as floats; an adapter of integers gives their memory");
        }
        AdapterStorage<T> storage = new AdapterStorage<>(target, order);
        storage.check();
        return storage;
    }

    @Override
    public void check() {
        if (target.adapter().elements(target.tensor()) != target.length()) {
            throw new IllegalArgumentException("the tensor has "
                    + target.adapter().elements(target.tensor()) + " elements now, and had " + target.length());
        }
        Optional<ByteBuffer> memory = target.memory();
        if (memory.isPresent() && !order.isContiguous()) {
            throw new IllegalArgumentException(target.adapterName()
                    + ".memory gives memory, which is row-major, but its strides are not; a tensor in another order has no"
                    + " memory to give");
        }
        memory.ifPresent(bytes -> TypedMemory.storage(bytes, target.dtype()));
    }

    /** What a tensor lies in: a buffer over the memory that the adapter gives, or the tensor itself. */
    public static <T> Object memory(T tensor, TensorAdapter<T> adapter) {
        return adapter.memory(tensor)
                .<Object>map(bytes -> TypedMemory.view(bytes, adapter.dtype(tensor)))
                .orElse(tensor);
    }

    /**
     * Puts all elements of a tensor, a piece at a time.
     *
     * @param all the elements as they lie in memory, in the machine's order
     */
    public static <T> void putPieces(T tensor, TensorAdapter<T> adapter, ByteBuffer all) {
        DType dtype = adapter.dtype(tensor);
        ByteBuffer bytes = all.slice().order(ByteOrder.nativeOrder());
        int elements = bytes.remaining() / dtype.bytes();
        new AdaptedTensor<>(tensor, adapter, dtype, elements).decode(0, elements, bytes);
    }

    private Optional<ModelStorage> shared() {
        return target.memory().map(bytes -> TypedMemory.storage(bytes, target.dtype()));
    }

    @Override
    public void writeAll(Consumer<Storage> kernel) {
        Optional<ModelStorage> shared = shared();
        if (shared.isPresent()) {
            kernel.accept(shared.get());
        } else {
            GatheringStorage<T> storage = isWholeWrite()
                    ? GatheringStorage.inBands(target, order)
                    : GatheringStorage.piecewise(target, order);
            kernel.accept(storage);
            storage.finish();
        }
    }

    private boolean isWholeWrite() {
        return target.fitsInBuffer() && WholeWrites.isOwn(target.adapter());
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
    public double get(long index) {
        return target.adapter().get(target.tensor(), index);
    }

    @Override
    public DType dtype() {
        return target.dtype();
    }

    @Override
    public MemoryOrder order() {
        return order;
    }

    /** What is written as a whole takes as much memory again for a while, and so comes one at a time. */
    @Override
    public boolean isConcurrent() {
        return target.adapter().isConcurrent() && (!isWholeWrite() || shared().isPresent());
    }

    @Override
    public void encode(long from, int count, ByteBuffer bytes) {
        Optional<ModelStorage> shared = shared();
        if (shared.isPresent()) {
            shared.get().encode(from, count, bytes);
        } else {
            target.encode(from, count, bytes);
        }
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        Optional<ModelStorage> shared = shared();
        if (shared.isPresent()) {
            shared.get().decode(from, count, source);
        } else if (isWholeWrite()) {
            // Loading begins with the first element; what an earlier attempt left half done is given up.
            WholeLoad<T> whole = load == null || from == 0 ? new WholeLoad<>(target) : load;
            load = whole.decode(from, count, source) ? null : whole;
        } else {
            target.decode(from, count, source);
        }
    }

    @Override
    public void put(long offset, float[] values, int count) {
        target.put(offset, values, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        target.put(offset, values, count);
    }
}
