package org.initweights.pytorch;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;

/** The memory of tensors that can be read and written as it lies there. */
final class SharedMemory {

    /** Holds what buffers need, until nobody has them any more. */
    private static final Cleaner CLEANER = Cleaner.create();

    private SharedMemory() {}

    /** The memory of a tensor, if it is the CPU's, in row-major order, and not too large for a buffer. */
    static Optional<ByteBuffer> of(Tensor tensor) {
        if (!isThere(tensor) || tensor.nbytes() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        if (tensor.numel() == 0) {
            return Optional.of(ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder()));
        }
        BytePointer bytes = new BytePointer(tensor.data_ptr());
        ByteBuffer buffer = bytes.capacity(tensor.nbytes()).asByteBuffer();
        CLEANER.register(buffer, new Held(tensor));
        return Optional.of(buffer);
    }

    /** Whether a tensor's elements lie in the CPU's memory in row-major order, whatever their size. */
    static boolean isThere(Tensor tensor) {
        // A "negative" tensor is one whose elements are stored with the other sign.
        return tensor.is_cpu() && tensor.is_contiguous() && !tensor.is_neg();
    }

    /** A tensor that must not be freed before the buffer over its memory. */
    private record Held(Tensor tensor) implements Runnable {

        /** Nothing: that this object is let go is all. */
        @Override
        public void run() {}
    }
}
