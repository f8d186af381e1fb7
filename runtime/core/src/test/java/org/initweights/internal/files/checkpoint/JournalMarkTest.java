package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalMarkTest {

    @Test
    void isALine() {
        JournalMark mark = new JournalMark(12, "3:4", List.of(0L, 255L, -1L, Long.MIN_VALUE));

        assertThat(mark.text()).isEqualTo("12 3:4 0 ff ffffffffffffffff 8000000000000000");
        assertThat(JournalMark.parse(mark.text())).isEqualTo(mark);
    }

    @Test
    void aSourceWithoutPositionHasAnEmptyOne() {
        JournalMark mark = new JournalMark(1, "", List.of(10L));

        assertThat(mark.text()).isEqualTo("1  a");
        assertThat(JournalMark.parse("1  a")).isEqualTo(mark);
        assertThat(JournalMark.parse("1 ")).isEqualTo(new JournalMark(1, "", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "x 2",
                "1.0 2",
                "2147483648 x",
                " 1 x",
                "1 x g",
                "1 x 10000000000000000",
                "1 x ",
                "1 x a  b"
            })
    void othersAreNone(String text) {
        assertThat(JournalMark.parse(text)).isNull();
    }
}
