package org.initweights.report.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initweights.report.Histogram;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void wordsBeginAndNumbersEndUnderEachOther() {
        assertThat(TextTable.of(
                        List.of(
                                List.of("name", "kind", "count"),
                                List.of("a", "bias", "7"),
                                List.of("long.name", "", "1000")),
                        2))
                .isEqualTo("""
                        name       kind  count
                        a          bias      7
                        long.name         1000
                        """);
    }

    /** A character outside of the basic plane takes one place, though Java needs two chars for it. */
    @Test
    void countsCharactersAndNotChars() {
        assertThat(TextTable.of(List.of(List.of("𝜎", "n"), List.of("ab", "1")), 1))
                .isEqualTo("𝜎   n\nab  1\n");
    }

    @Test
    void barsAreAsHighAsTheirBins() {
        assertThat(TextReport.bars(new Histogram(0, 4, List.of(0, 1, 7, 3)))).isEqualTo(" ▂█▄");
        assertThat(TextReport.bars(new Histogram(0, 1, List.of()))).isEmpty();
    }
}
