package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slices of random axes, against a loop over all elements that asks each for its coordinate. */
class ElementRunsTest {

    /** A slice of an axis of a tensor {@code [outer, size, inner]}. */
    private record Axis(long outer, long size, long inner, long from, long to, long step, long every) {

        static Axis random(Random random, long outer, long size, long inner) {
            List<Long> divisors = IntStream.rangeClosed(1, (int) size)
                    .filter(d -> size % d == 0)
                    .mapToObj(d -> (long) d)
                    .toList();
            long every = divisors.get(random.nextInt(divisors.size()));
            long to = random.nextLong(every + 1);
            return new Axis(outer, size, inner, random.nextLong(to + 1), to, 1 + random.nextLong(4), every);
        }

        long elements() {
            return outer * size * inner;
        }

        boolean has(long element) {
            long place = element / inner % size % every;
            return from <= place && place < to && (place - from) % step == 0;
        }

        TreeSet<Long> all() {
            TreeSet<Long> all = new TreeSet<>();
            for (long element = 0; element < elements(); element++) {
                if (has(element)) {
                    all.add(element);
                }
            }
            return all;
        }

        ElementRuns runs() {
            return ElementRuns.of(from * inner, to * inner, step * inner, inner, every * inner, elements());
        }
    }

    @Test
    void areTheElementsOfTheSlice() {
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            Axis axis = Axis.random(random, 1 + random.nextLong(3), 1 + random.nextLong(12), 1 + random.nextLong(3));
            ElementRuns runs = axis.runs();
            List<Long> expected = new ArrayList<>(axis.all());
            assertThat(runs.elements()).as("%s", axis).isEqualTo(expected.size());
            for (int k = 0; k < expected.size(); k++) {
                assertThat(runs.place(k)).as("%s", axis).isEqualTo(expected.get(k));
            }
            for (long place = 0; place <= axis.elements(); place++) {
                assertThat(runs.firstFrom(place))
                        .as("%s from %s", axis, place)
                        .isEqualTo(axis.all().headSet(place).size());
            }
            boolean isOneRun =
                    expected.isEmpty() || expected.get(expected.size() - 1) - expected.get(0) == expected.size() - 1;
            assertThat(runs.isOneRun()).as("%s", axis).isEqualTo(isOneRun);
        }
    }

    @Test
    void meetWhereTheyShareAnElement() {
        Random random = new Random(2);
        int met = 0;
        for (int i = 0; i < 20_000; i++) {
            long outer = 1 + random.nextLong(3);
            long size = 1 + random.nextLong(24);
            long inner = 1 + random.nextLong(3);
            Axis one = Axis.random(random, outer, size, inner);
            Axis other = switch (random.nextInt(3)) {
                case 0 -> Axis.random(random, outer, size, inner);
                case 1 -> Axis.random(random, 1, outer, size * inner);
                default -> Axis.random(random, outer * size, inner, 1);
            };
            boolean shared = one.all().stream().anyMatch(other::has);
            assertThat(one.runs().meets(other.runs()))
                    .as("%s and %s", one, other)
                    .isEqualTo(shared);
            assertThat(other.runs().meets(one.runs()))
                    .as("%s and %s", other, one)
                    .isEqualTo(shared);
            met += shared ? 1 : 0;
        }
        assertThat(met).isBetween(2000, 18_000);
    }

    /** Steps of a large axis meet where a residue does, and not before the later begins. */
    @Test
    void ofLargeAxesMeetByTheirResidues() {
        long size = 1L << 40;
        ElementRuns sixes = ElementRuns.of(1, size, 6, 1, size, size);
        assertThat(sixes.meets(ElementRuns.of(2, size, 4, 1, size, size))).isFalse();
        assertThat(sixes.meets(ElementRuns.of(size / 2, size, 1_000_003, 1, size, size)))
                .isTrue();
        assertThat(sixes.meets(ElementRuns.of(3, 19, 8, 1, size, size))).isFalse();
        assertThat(sixes.meets(ElementRuns.of(3, 20, 8, 1, size, size))).isTrue();
    }

    @Test
    void theFirstPairThatSharesIsFound() {
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            long size = 2 + random.nextLong(14);
            List<Axis> axes = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                axes.add(Axis.random(random, 2, size, 2));
            }
            Optional<DisjointRuns.Shared> expected = Optional.empty();
            for (int later = 1; later < 4 && expected.isEmpty(); later++) {
                for (int earlier = 0; earlier < later && expected.isEmpty(); earlier++) {
                    if (axes.get(earlier).all().stream().anyMatch(axes.get(later)::has)) {
                        expected = Optional.of(new DisjointRuns.Shared(earlier, later));
                    }
                }
            }
            assertThat(DisjointRuns.firstShared(axes.stream().map(Axis::runs).toList()))
                    .as("%s", axes)
                    .isEqualTo(expected);
        }
    }

    @Test
    void manyRowsAreSortedFirst() {
        int rows = 200_000;
        List<ElementRuns> all = new ArrayList<>();
        for (long row = rows - 1L; row >= 0; row--) {
            all.add(ElementRuns.of(row, row + 1, 1, 1, rows, rows));
        }
        assertThat(DisjointRuns.firstShared(all)).isEmpty();
    }

    @Test
    void refusesRunsThatThereAreNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ElementRuns(0, 3, 4, 2, 9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ElementRuns(0, 2, 1, 2, 9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ElementRuns(-1, 1, 1, 1, 9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ElementRuns(9, 1, 1, 1, 9, 1));
    }
}
