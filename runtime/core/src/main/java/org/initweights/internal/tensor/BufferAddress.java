package org.initweights.internal.tensor;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.Buffer;
import java.util.Optional;

/**
 * The address of a buffer without accessible array, as far as the JDK tells it without options. From Java 22 on {@code MemorySegment}
 * tells; before, {@code jdk.unsupported} does if that module is there, for direct buffers alone. All is by reflection, since Java 17
 * compiles this; a native image that was built without these classes cannot tell.
 *
 * @param base the array that the buffer is in, or what stands for memory outside the heap
 * @param first its first byte, counted from the beginning of the base
 */
record BufferAddress(Object base, long first) {

    private static final Object OUTSIDE_THE_HEAP = new Object();

    private static final Finder FINDER = finder();

    /** The address; empty if the JDK does not tell it. */
    static Optional<BufferAddress> of(Buffer buffer) {
        try {
            return FINDER.find(buffer.duplicate().clear());
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Finder finder() {
        try {
            return segments();
        } catch (ReflectiveOperationException | LinkageError noSegments) {
            try {
                return addresses();
            } catch (ReflectiveOperationException | RuntimeException | LinkageError neither) {
                return buffer -> Optional.empty();
            }
        }
    }

    private static Finder segments() throws ReflectiveOperationException {
        Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
        Method ofBuffer = segment.getMethod("ofBuffer", Buffer.class);
        Method heapBase = segment.getMethod("heapBase");
        Method address = segment.getMethod("address");
        return buffer -> {
            Object memory = ofBuffer.invoke(null, buffer);
            Optional<?> array = (Optional<?>) heapBase.invoke(memory);
            Object base = buffer.isDirect() ? OUTSIDE_THE_HEAP : array.orElse(null);
            return base == null
                    ? Optional.empty()
                    : Optional.of(new BufferAddress(base, (long) address.invoke(memory)));
        };
    }

    private static Finder addresses() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field instance = type.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Object unsafe = instance.get(null);
        Object offset = type.getMethod("objectFieldOffset", Field.class)
                .invoke(unsafe, Buffer.class.getDeclaredField("address"));
        Method getLong = type.getMethod("getLong", Object.class, long.class);
        return buffer -> buffer.isDirect()
                ? Optional.of(new BufferAddress(OUTSIDE_THE_HEAP, (long) getLong.invoke(unsafe, buffer, offset)))
                : Optional.empty();
    }

    /** A way to find addresses. */
    @FunctionalInterface
    private interface Finder {

        /** The address of a buffer's first element. */
        Optional<BufferAddress> find(Buffer buffer) throws ReflectiveOperationException;
    }
}
