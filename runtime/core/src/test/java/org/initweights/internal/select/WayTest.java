package org.initweights.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** Ways and circles, against walking one step at a time. */
class WayTest {

    private static Way<Integer> way(int start, int[] next) {
        return Way.from(start, at -> next[at] < 0 ? Optional.empty() : Optional.of(next[at]));
    }

    @Test
    void endsOrIsACircle() {
        assertThat(way(2, new int[] {-1, 0, 1})).isEqualTo(new Way<>(List.of(2, 1, 0), List.of()));
        assertThat(way(2, new int[] {-1, 0, 1}).end()).isZero();
        assertThat(way(0, new int[] {0})).isEqualTo(new Way<>(List.of(0), List.of(0)));
        assertThat(way(3, new int[] {1, 2, 1, 0})).isEqualTo(new Way<>(List.of(3, 0, 1, 2), List.of(1, 2)));
        assertThat(way(3, new int[] {1, 2, 1, 0}).round(step -> "n" + step)).isEqualTo("n1 → n2 → n1");
    }

    @Test
    void findsTheCirclesOfAnyFunction() {
        Random random = new Random(5);
        for (int trial = 0; trial < 500; trial++) {
            int[] next = random.ints(8, -1, 8).toArray();
            for (int start = 0; start < 8; start++) {
                int at = start;
                for (int step = 0; step < 8 && at >= 0; step++) {
                    at = next[at];
                }
                // After so many steps a way that has not ended is on a circle.
                assertThat(way(start, next).circle().contains(at)).isEqualTo(at >= 0);
                assertThat(way(start, next).circle().isEmpty()).isEqualTo(at < 0);
            }
        }
    }

    /** What only leads into a circle is no fault of its own. */
    @Test
    void oneCircleIsOneFault() {
        List<BoundTensor> tensors = List.of("a", "b", "c").stream()
                .map(name -> new BoundTensor(List.of(name), TensorShape.of(2), "F32", true))
                .toList();
        CopyGraph copies = CopyGraph.of(
                tensors, List.of(Binding.copy("", "a", "b"), Binding.copy("", "b", "a"), Binding.copy("", "c", "a")));
        assertThat(copies.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.id()).isEqualTo("CopyCycle");
            assertThat(fault.message()).contains("a → b → a is a circle");
            assertThat(fault.number()).isEqualTo(1);
        });
        assertThat(copies.sources()).isEqualTo(Map.of());
    }
}
