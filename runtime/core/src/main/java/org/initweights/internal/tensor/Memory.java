package org.initweights.internal.tensor;

import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the elements of tensors are: arrays, rows of nested arrays, and buffers by their arrays or addresses. Any other tensor counts as
 * memory of its own, since nothing is known of what it refers to.
 */
public final class Memory {

    private Memory() {}

    /** The memory of a tensor: one region, or one for each row of nested arrays, in their order. */
    public static List<Region> of(Object tensor) {
        if (leaf(tensor.getClass()).isPrimitive()) {
            List<Region> rows = new ArrayList<>();
            addRows(tensor, rows);
            return rows;
        }
        return List.of(tensor instanceof Buffer buffer ? buffer(buffer) : opaque(tensor));
    }

    /** Whether two tensors are the same elements in the same order, whatever objects stand for them. */
    public static boolean isSame(Object first, Object second) {
        return first == second || isSame(of(first), of(second));
    }

    /** Whether these are the same elements in the same order. */
    public static boolean isSame(List<Region> first, List<Region> second) {
        boolean same = first.size() == second.size();
        for (int i = 0; same && i < first.size(); i++) {
            Region a = first.get(i);
            Region b = second.get(i);
            same = a.isSame(b) || (a.isEmpty() && b.isEmpty());
        }
        return same;
    }

    private static Class<?> leaf(Class<?> type) {
        Class<?> component = type.getComponentType();
        return component == null ? type : leaf(component);
    }

    private static void addRows(Object array, List<Region> rows) {
        if (array instanceof Object[] inner) {
            for (Object row : inner) {
                if (row != null) {
                    addRows(row, rows);
                }
            }
        } else {
            int bytes = bytes(array.getClass().getComponentType());
            rows.add(new Region(array, 0, (long) Array.getLength(array) * bytes, bytes, ByteOrder.nativeOrder()));
        }
    }

    private static int bytes(Class<?> element) {
        if (element == long.class || element == double.class) {
            return Long.BYTES;
        }
        if (element == int.class || element == float.class) {
            return Integer.BYTES;
        }
        return element == short.class || element == char.class ? Short.BYTES : Byte.BYTES;
    }

    private static Region buffer(Buffer buffer) {
        int bytes = bytes(buffer);
        long length = (long) buffer.capacity() * bytes;
        if (buffer.hasArray()) {
            long from = (long) buffer.arrayOffset() * bytes;
            return new Region(buffer.array(), from, from + length, bytes, order(buffer));
        }
        return BufferAddress.of(buffer)
                .map(found -> new Region(found.base(), found.first(), found.first() + length, bytes, order(buffer)))
                .orElseGet(() -> opaque(buffer));
    }

    private static int bytes(Buffer buffer) {
        if (buffer instanceof LongBuffer || buffer instanceof DoubleBuffer) {
            return Long.BYTES;
        }
        if (buffer instanceof IntBuffer || buffer instanceof FloatBuffer) {
            return Integer.BYTES;
        }
        return buffer instanceof ShortBuffer || buffer instanceof CharBuffer ? Short.BYTES : Byte.BYTES;
    }

    private static ByteOrder order(Buffer buffer) {
        if (buffer instanceof FloatBuffer floats) {
            return floats.order();
        }
        if (buffer instanceof DoubleBuffer doubles) {
            return doubles.order();
        }
        if (buffer instanceof ShortBuffer shorts) {
            return shorts.order();
        }
        return buffer instanceof ByteBuffer bytes ? bytes.order() : ByteOrder.nativeOrder();
    }

    private static Region opaque(Object tensor) {
        return new Region(tensor, 0, 1, 1, ByteOrder.nativeOrder());
    }
}
