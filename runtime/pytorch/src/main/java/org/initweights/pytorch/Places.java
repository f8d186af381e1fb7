package org.initweights.pytorch;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;

/** Where the tensors of a module lie, so that one tensor under two names is known, and none is written twice. */
final class Places {

    /** By their first byte. What is here does not overlap, or is refused by the library, which knows the memory of contiguous tensors. */
    private final NavigableMap<Long, Place> taken = new TreeMap<>();

    /**
     * The bytes between the first and the last element of a tensor.
     *
     * @param to the first byte behind them
     */
    private record Place(ModuleTensor tensor, long from, long to) {}

    /**
     * Takes the place of a tensor.
     *
     * @return an earlier tensor that is the same, element by element
     * @throws IllegalArgumentException if it overlaps an earlier one that is not the same, and the library would not see it
     */
    Optional<ModuleTensor> take(ModuleTensor tensor) {
        Pointer first = tensor.tensor().has_storage() ? tensor.tensor().data_ptr() : null;
        if (first == null || tensor.tensor().numel() == 0) {
            return Optional.empty();
        }
        Place place = new Place(tensor, first.address(), first.address() + extent(tensor.tensor()));
        Map.Entry<Long, Place> before = taken.lowerEntry(place.to);
        if (before == null || before.getValue().to <= place.from) {
            taken.put(place.from, place);
            return Optional.empty();
        }
        ModuleTensor other = before.getValue().tensor;
        if (isSame(tensor.tensor(), other.tensor())) {
            return Optional.of(other);
        }
        if (!SharedMemory.isThere(tensor.tensor()) || !SharedMemory.isThere(other.tensor())) {
            throw new IllegalArgumentException(tensor.name() + ": shares memory with " + other.name()
                    + ", as a view in another order, so one would overwrite the other; give it memory of its own,"
                    + " tensor.set_data(tensor.clone())");
        }
        return Optional.empty();
    }

    private static boolean isSame(Tensor one, Tensor other) {
        return one.data_ptr().address() == other.data_ptr().address()
                && one.scalar_type().intern() == other.scalar_type().intern()
                && one.is_neg() == other.is_neg()
                && Arrays.equals(one.shape(), other.shape())
                && Arrays.equals(strides(one), strides(other));
    }

    private static long extent(Tensor tensor) {
        long last = 0;
        for (int axis = 0; axis < tensor.ndimension(); axis++) {
            last += (tensor.size(axis) - 1) * tensor.stride(axis);
        }
        return (last + 1) * tensor.element_size();
    }

    private static long[] strides(Tensor tensor) {
        long[] strides = new long[Math.toIntExact(tensor.ndimension())];
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = tensor.stride(axis);
        }
        return strides;
    }
}
