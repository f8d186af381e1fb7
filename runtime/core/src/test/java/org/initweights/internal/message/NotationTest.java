package org.initweights.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as tables and messages write them. */
class NotationTest {

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                7,
                -7,
                999,
                -999,
                1000,
                -1000,
                12_345,
                999_999,
                -999_999,
                1_000_000,
                25_557_032,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void groupsTheDigitsOfCountsAsJavaDoes(long count) {
        assertThat(Notation.count(count)).isEqualTo(String.format(Locale.ROOT, "%,d", count));
    }
}
