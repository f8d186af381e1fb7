package org.initweights.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The memory of an array, and writing an array as a whole. */
final class ArrayMemory {

    private ArrayMemory() {}

    static boolean isOnCpu(NDArray array) {
        return Device.Type.CPU.equals(array.getDevice().getDeviceType());
    }

    /** The array's own memory, row-major; empty if it is on a device, in another order, or too large for a buffer. */
    static Optional<ByteBuffer> of(NDArray array) {
        if (!isOnCpu(array)
                || array.size() > Integer.MAX_VALUE / array.getDataType().getNumOfBytes()
                || !ArrayStrides.of(array).isRowMajor()) {
            return Optional.empty();
        }
        try (NDManager own = array.getManager().newSubManager()) {
            NDArray view = view(array, own);
            ByteBuffer bytes = view.toByteBuffer(true).order(ByteOrder.nativeOrder());
            // Whatever the strides seem to be: if DJL has made a copy, that is in the manager too.
            return own.getManagedArrays().size() == 1 ? Optional.of(bytes) : Optional.empty();
        }
    }

    /** The same elements as another array that is closed with {@code manager}, and without gradient. */
    static NDArray view(NDArray array, NDManager manager) {
        NDArray view = array.stopGradient();
        view.attach(manager);
        return view;
    }

    /** Copies all elements, in whatever order and type both arrays lie. */
    static void assign(NDArray target, NDArray values) {
        // NDArray.copyTo and set(Buffer) would make the target share the memory of the values instead.
        target.set(new NDIndex("..."), values);
    }

    /** Copies all elements from their bytes, row-major and in the array's type. */
    static void write(NDArray array, ByteBuffer all) {
        if (array.size() == 0) {
            return;
        }
        try (NDManager own = array.getManager().newSubManager(array.getDevice())) {
            ByteBuffer bytes = all.slice().order(ByteOrder.nativeOrder());
            assign(view(array, own), own.create(bytes, array.getShape(), array.getDataType()));
        }
    }
}
