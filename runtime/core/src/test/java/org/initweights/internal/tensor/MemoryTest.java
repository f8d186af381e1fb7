package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryTest {

    static Stream<Arguments> arrays() {
        return Stream.of(
                Arguments.of(new byte[10], 1),
                Arguments.of(new boolean[10], 1),
                Arguments.of(new short[10], 2),
                Arguments.of(new char[10], 2),
                Arguments.of(new int[10], 4),
                Arguments.of(new float[10], 4),
                Arguments.of(new long[10], 8),
                Arguments.of(new double[10], 8));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void ofAnArrayIsAsLongAsItsElements(Object array, int bytes) {
        assertThat(Memory.of(array)).containsExactly(new Region(array, 0, 10L * bytes, bytes, ByteOrder.nativeOrder()));
    }

    static Stream<Arguments> buffers() {
        return Stream.of(
                Arguments.of(ByteBuffer.allocate(10), ByteBuffer.allocateDirect(10), 1),
                Arguments.of(ShortBuffer.allocate(10), direct(2).asShortBuffer(), 2),
                Arguments.of(CharBuffer.allocate(10), direct(2).asCharBuffer(), 2),
                Arguments.of(IntBuffer.allocate(10), direct(4).asIntBuffer(), 4),
                Arguments.of(FloatBuffer.allocate(10), direct(4).asFloatBuffer(), 4),
                Arguments.of(LongBuffer.allocate(10), direct(8).asLongBuffer(), 8),
                Arguments.of(DoubleBuffer.allocate(10), direct(8).asDoubleBuffer(), 8));
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(10 * bytes).order(ByteOrder.nativeOrder());
    }

    /** All of a buffer, wherever its position and limit are, counted from the beginning of what it is a part of. */
    @ParameterizedTest
    @MethodSource("buffers")
    void ofABufferIsAsLongAsItsElements(Buffer heap, Buffer direct, int bytes) {
        for (Buffer whole : new Buffer[] {heap, direct}) {
            Region all = Memory.of(whole).get(0);
            Region part = Memory.of(whole.slice(3, 5).position(1).limit(2)).get(0);
            assertThat(all.to() - all.from()).isEqualTo(10L * bytes);
            assertThat(all.elementBytes()).isEqualTo(bytes);
            assertThat(part.from() - all.from()).isEqualTo(3L * bytes);
            assertThat(part.to() - all.from()).isEqualTo(8L * bytes);
            assertThat(part.base()).isSameAs(all.base());
            assertThat(all.sharedWith(part)).isEqualTo("3 : 8");
        }
    }

    @Test
    void isAnotherIfItsBytesAreInAnotherOrder() {
        ByteBuffer big = ByteBuffer.allocateDirect(80).order(ByteOrder.BIG_ENDIAN);
        ByteBuffer little = big.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        Buffer[][] pairs = {
            {big, little},
            {big.asShortBuffer(), little.asShortBuffer()},
            {big.asFloatBuffer(), little.asFloatBuffer()},
            {big.asDoubleBuffer(), little.asDoubleBuffer()}
        };
        for (Buffer[] pair : pairs) {
            Region first = Memory.of(pair[0]).get(0);
            Region second = Memory.of(pair[1]).get(0);
            assertThat(first.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
            assertThat(second.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
            assertThat(first.overlaps(second)).isTrue();
            assertThat(Memory.isSame(pair[0], pair[1])).isFalse();
            assertThat(Memory.isSame(pair[0], pair[0].duplicate())).isTrue();
        }
    }

    /** The JDK shows neither the array nor the address of a heap buffer that is read-only. */
    @Test
    void thatNobodyTellsOfIsItsOwn() {
        FloatBuffer hidden = FloatBuffer.allocate(10).asReadOnlyBuffer();
        assertThat(Memory.of(hidden)).containsExactly(new Region(hidden, 0, 1, 1, ByteOrder.nativeOrder()));
        assertThat(Memory.isSame(hidden, hidden)).isTrue();
        assertThat(Memory.isSame(hidden, FloatBuffer.allocate(10).asReadOnlyBuffer()))
                .isFalse();
    }

    @Test
    void neighboursShareNothing() {
        float[] array = new float[10];
        Region first = region(array, 0, 16);
        Region second = region(array, 16, 40);
        assertThat(first.overlaps(second)).isFalse();
        assertThat(second.overlaps(first)).isFalse();
        assertThat(region(array, 0, 17).overlaps(second)).isTrue();
        assertThat(second.overlaps(region(array, 0, 17))).isTrue();
        assertThat(first.overlaps(region(new float[10], 0, 16))).isFalse();
    }

    /** An element of which one byte is shared is shared. */
    @Test
    void sharedElementsAreWholeOnes() {
        float[] array = new float[10];
        assertThat(region(array, 4, 40).sharedWith(region(array, 11, 17))).isEqualTo("1 : 4");
        assertThat(region(array, 4, 40).sharedWith(region(array, 0, 50))).isEqualTo("0 : 9");
    }

    private static Region region(float[] array, long from, long to) {
        return new Region(array, from, to, Float.BYTES, ByteOrder.nativeOrder());
    }
}
