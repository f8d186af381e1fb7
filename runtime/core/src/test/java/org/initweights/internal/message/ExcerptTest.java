package org.initweights.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void showsAShortTextAndTheBeginningOfALongOne() {
        assertThat(Excerpt.of("w")).isEqualTo("w");
        assertThat(Excerpt.of("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(Excerpt.of("x".repeat(201))).isEqualTo("x".repeat(200) + "… (201 characters)");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Excerpt.of("x😀y", 2)).isEqualTo("x… (4 characters)");
    }

    @Test
    void showsTheFirstItemsOfALongList() {
        List<Integer> many = IntStream.range(0, 51).boxed().toList();
        assertThat(Excerpt.of(many.subList(0, 50)))
                .isEqualTo(many.subList(0, 50).toString());
        assertThat(Excerpt.of(many)).endsWith(", 49, … (51 altogether)]");
        assertThat(Excerpt.of(List.of())).isEqualTo("[]");
    }

    @Test
    void showsFewerItemsIfEachIsLong() {
        assertThat(Excerpt.of(Collections.nCopies(40, "x".repeat(1000))))
                .hasSizeLessThan(1300)
                .endsWith("… (40 altogether)]");
    }
}
