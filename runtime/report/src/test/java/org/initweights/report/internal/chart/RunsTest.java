package org.initweights.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {

    private static List<Double> values(int layers) {
        return new Random(layers).doubles(layers).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 499, 500})
    void aLayerOfAFewHasAPlaceOfItsOwn(int layers) {
        assertThat(new Runs(layers).drawn(values(layers)))
                .containsExactlyElementsOf(IntStream.range(0, layers).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 999, 1000, 20_000, 123_457})
    void noMoreAreDrawnThanThereIsRoomFor(int layers) {
        assertThat(new Runs(layers).drawn(values(layers)).count()).isBetween(300L, (long) Runs.MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 999, 20_000})
    void theExtremesOfAllAreDrawn(int layers) {
        List<Double> values = values(layers);
        assertThat(new Runs(layers).drawn(values).mapToObj(values::get))
                .contains(Collections.min(values), Collections.max(values));
    }

    @Test
    void theExtremesOfEachRunAreDrawnInOrder() {
        List<Double> values = new ArrayList<>(Collections.nCopies(750, 1.0));
        values.set(4, 3.0);
        values.set(5, 2.0);
        values.set(6, 0.5);
        List<Integer> drawn = new Runs(750).drawn(values).boxed().toList();
        assertThat(drawn).isSorted().startsWith(0, 3, 4, 6, 7).doesNotContain(1, 2, 5, 8);
    }

    @Test
    void unknownNumbersAreNotDrawn() {
        List<Double> values = new ArrayList<>(Collections.nCopies(1000, Double.NaN));
        values.set(17, 0.0);
        assertThat(new Runs(1000).drawn(values)).containsExactly(17);
        assertThat(new Runs(2).drawn(List.of(Double.NaN, 1.0))).containsExactly(1);
    }
}
