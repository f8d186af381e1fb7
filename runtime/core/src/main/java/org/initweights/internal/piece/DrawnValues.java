package org.initweights.internal.piece;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.initweights.internal.tensor.LittleEndian;
import org.initweights.internal.tensor.Storage;

/** Elements that are drawn, as numbers: those that a tensor of its type holds, in arrays. */
public final class DrawnValues {

    private static final int CHUNK_ELEMENTS = 1 << 16;

    private DrawnValues() {}

    /** Draws to the beginning of {@code target}; doubles are rounded. */
    public static void draw(DrawnElements drawing, long from, int count, float[] target) {
        Objects.checkFromIndexSize(0, count, target.length);
        draw(drawing, from, count, (index, drawn, size) -> {
            for (int i = 0; i < size; i++) {
                target[index + i] = (float) drawn.get(i);
            }
        });
    }

    /** Draws to the beginning of {@code target}. */
    public static void draw(DrawnElements drawing, long from, int count, double[] target) {
        Objects.checkFromIndexSize(0, count, target.length);
        draw(drawing, from, count, (index, drawn, size) -> {
            for (int i = 0; i < size; i++) {
                target[index + i] = drawn.get(i);
            }
        });
    }

    /** Takes elements that were drawn. */
    private interface Taker {
        void take(int index, Storage drawn, int count);
    }

    private static void draw(DrawnElements drawing, long from, int count, Taker taker) {
        Objects.checkFromIndexSize(from, count, drawing.elements());
        int bytes = drawing.dtype().bytes();
        ByteBuffer chunk =
                ByteBuffer.allocate(Math.min(CHUNK_ELEMENTS, count) * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < count; ) {
            int part = Math.min(CHUNK_ELEMENTS, count - done);
            drawing.encode(from + done, part, chunk.clear());
            taker.take(done, LittleEndian.storage(drawing.dtype(), chunk.flip()), part);
            done += part;
        }
    }
}
