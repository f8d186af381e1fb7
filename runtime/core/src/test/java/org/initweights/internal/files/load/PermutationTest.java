package org.initweights.internal.files.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Elements in another order of axes, against an odometer that counts all indices. */
class PermutationTest {

    @Test
    void everyOrderOfAxesOfEverySmallTensor() {
        Random random = new Random(3);
        for (int run = 0; run < 400; run++) {
            int rank = random.nextInt(6);
            List<Integer> axes =
                    new ArrayList<>(IntStream.range(0, rank).boxed().toList());
            Collections.shuffle(axes, random);
            long[] sizes = LongStream.generate(() -> random.nextInt(9) == 0 ? 0 : 1 + random.nextInt(5))
                    .limit(rank)
                    .toArray();
            for (int bytes : new int[] {1, 2, 4, 8}) {
                assertPermutes(new AxisOrder(axes), sizes, bytes, random);
            }
        }
    }

    private static void assertPermutes(AxisOrder order, long[] sizes, int bytes, Random random) {
        int elements = (int) AxisOrder.elements(sizes);
        int[] found = new int[elements];
        Arrays.fill(found, -1);
        Permutation permutation = new Permutation(order, sizes, bytes, random.nextBoolean(), (from, count, source) -> {
            for (int i = 0; i < count; i++) {
                found[(int) from + i] = get(source, bytes);
            }
        });
        ByteOrder byteOrder = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        for (int from = 0; from < elements; ) {
            int count = 1 + random.nextInt(elements - from);
            ByteBuffer piece = ByteBuffer.allocate(count * bytes).order(byteOrder);
            for (int i = 0; i < count; i++) {
                put(piece, from + i, bytes);
            }
            permutation.decode(from, count, piece.flip());
            from += count;
        }
        assertThat(found)
                .as(order + " of " + Arrays.toString(sizes))
                .isEqualTo(expected(order, sizes, elements, bytes));
    }

    /** Goes through the result's indices, and looks each up in the source. */
    private static int[] expected(AxisOrder order, long[] sizes, int elements, int bytes) {
        int[] result = new int[elements];
        long[] target = order.sizes(sizes);
        for (int i = 0; i < elements; i++) {
            long[] index = new long[sizes.length];
            long rest = i;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                index[order.axes().get(axis)] = rest % target[axis];
                rest /= target[axis];
            }
            long source = 0;
            for (int axis = 0; axis < sizes.length; axis++) {
                source = source * sizes[axis] + index[axis];
            }
            result[i] = bytes == 1 ? (byte) source : bytes == 2 ? (short) source : (int) source;
        }
        return result;
    }

    private static void put(ByteBuffer target, int value, int bytes) {
        switch (bytes) {
            case 1 -> target.put((byte) value);
            case 2 -> target.putShort((short) value);
            case 4 -> target.putInt(value);
            default -> target.putLong(value);
        }
    }

    private static int get(ByteBuffer source, int bytes) {
        return switch (bytes) {
            case 1 -> source.get();
            case 2 -> source.getShort();
            case 4 -> source.getInt();
            default -> (int) source.getLong();
        };
    }

    /** Bands of rows of a matrix, and rows of other tensors, of more than 64 MB. */
    @Test
    void tensorsLargerThanTheBandComeInParts() {
        for (long[] sizes : new long[][] {{3, 5_000_000, 2}, {10_000_000, 3}}) {
            AxisOrder order = new AxisOrder(sizes.length == 2 ? List.of(1, 0) : List.of(2, 0, 1));
            int elements = (int) AxisOrder.elements(sizes);
            int[] found = new int[elements];
            Permutation permutation = new Permutation(order, sizes, Integer.BYTES, true, (from, count, source) -> {
                for (int i = 0; i < count; i++) {
                    found[(int) from + i] = source.getInt();
                }
            });
            ByteBuffer piece = ByteBuffer.allocate(1 << 20);
            for (int from = 0; from < elements; ) {
                int count = Math.min(elements - from, piece.capacity() / Integer.BYTES);
                piece.clear();
                for (int i = 0; i < count; i++) {
                    piece.putInt(from + i);
                }
                permutation.decode(from, count, piece.flip());
                from += count;
            }
            assertThat(Arrays.equals(found, expected(order, sizes, elements, Integer.BYTES)))
                    .isTrue();
        }
    }

    @Test
    void refusesWhatIsNoOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AxisOrder(List.of(0, 0)))
                .withMessage("[0, 0] is no order of axes: each number from 0 to 1 must be there once");
        assertThatIllegalArgumentException().isThrownBy(() -> new AxisOrder(List.of(1)));
        assertThat(new AxisOrder(List.of()).sizes(new long[0])).isEmpty();
    }
}
