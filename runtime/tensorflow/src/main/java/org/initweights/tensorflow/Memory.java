package org.initweights.tensorflow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.DataStorageVisitor;

/** The memory of a tensor as a buffer of Java's, which TensorFlow has no method for. */
final class Memory implements DataStorageVisitor<Optional<ByteBuffer>> {

    private Memory() {}

    /** The bytes themselves, writable and in the machine's order, if a buffer can hold so many. */
    static Optional<ByteBuffer> of(ByteDataBuffer data) {
        if (data.size() == 0) {
            return Optional.of(ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder()));
        }
        return data.size() > Integer.MAX_VALUE ? Optional.empty() : data.accept(new Memory());
    }

    @Override
    public Optional<ByteBuffer> visit(ByteBuffer buffer) {
        return buffer.isDirect() && !buffer.isReadOnly()
                ? Optional.of(buffer.duplicate().order(ByteOrder.nativeOrder()))
                : Optional.empty();
    }

    @Override
    public Optional<ByteBuffer> visit(long address, long length, long scale) {
        ByteBuffer bytes = new BytePointer(new Place(address)).capacity(length).asByteBuffer();
        return Optional.of(bytes.order(ByteOrder.nativeOrder()));
    }

    @Override
    public Optional<ByteBuffer> fallback() {
        return Optional.empty();
    }

    /** An address that nobody frees. */
    private static final class Place extends Pointer {
        Place(long address) {
            super((Pointer) null);
            this.address = address;
        }
    }
}
