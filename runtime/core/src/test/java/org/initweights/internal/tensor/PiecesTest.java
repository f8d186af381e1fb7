package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PiecesTest {

    /** Every range of 20 elements, in pieces of every length, is walked once, in order, and no part leaves its piece. */
    @Test
    void walksThroughEachElementOnce() {
        for (int length = 1; length <= 21; length++) {
            Pieces pieces = new Pieces(length);
            for (int from = 0; from < 20; from++) {
                for (int count = 0; count <= 20 - from; count++) {
                    List<Long> walked = new ArrayList<>();
                    List<Integer> numbers = new ArrayList<>();
                    int first = from;
                    pieces.walk(from, count, (index, done, part) -> {
                        assertThat(part).isPositive();
                        assertThat(done).isEqualTo(walked.size());
                        assertThat(index).isEqualTo(first + done);
                        assertThat(pieces.number(index + part - 1)).isEqualTo(pieces.number(index));
                        numbers.add(pieces.number(index));
                        IntStream.range(0, part).forEach(i -> walked.add(index + i));
                    });
                    assertThat(walked)
                            .containsExactlyElementsOf(IntStream.range(from, from + count)
                                    .mapToObj(Long::valueOf)
                                    .toList());
                    assertThat(numbers).doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void putsEachValueToItsElement() {
        float[] floats = new float[10];
        double[] doubles = new double[10];
        Pieces pieces = new Pieces(3);
        pieces.put(2, new float[] {2, 3, 4, 5, 6, 7, 99}, 6, (index, values, count) -> {
            System.arraycopy(values, 0, floats, (int) index, count);
        });
        pieces.put(2, new double[] {2, 3, 4, 5, 6, 7, 99}, 6, (index, values, count) -> {
            System.arraycopy(values, 0, doubles, (int) index, count);
        });
        assertThat(floats).containsExactly(0, 0, 2, 3, 4, 5, 6, 7, 0, 0);
        assertThat(doubles).containsExactly(0, 0, 2, 3, 4, 5, 6, 7, 0, 0);
    }

    @Test
    void countsBeyondAnInt() {
        Pieces pieces = new Pieces(1L << 33);
        assertThat(pieces.number((5L << 33) + 7)).isEqualTo(5);
        assertThat(pieces.within((5L << 33) + 7)).isEqualTo(7);
    }
}
