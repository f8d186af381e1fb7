package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake knows the name that it is about, and finds it in the text as a whole name. */
class ExpressionExceptionTest {

    private final ExpressionException mistake = new ExpressionException("UnknownDimension", "no such thing");

    @Test
    void keepsItsIdAndMessageWhateverIsLearned() {
        ExpressionException located =
                mistake.about("hidden").within("2 * hidden").in("dims");
        assertThat(located.id()).isEqualTo("UnknownDimension");
        assertThat(located).hasMessage("no such thing");
        assertThat(located.member()).isEqualTo("dims");
        assertThat(located.offset()).isEqualTo(4);
        assertThat(mistake.at(3).about("b").in("std").offset()).isEqualTo(3);
        assertThat(mistake.in("std").at(3).member()).isEqualTo("std");
        assertThat(mistake.in("std").about("a").member()).isEqualTo("std");
    }

    @Test
    void hasNoPlaceAtFirst() {
        assertThat(mistake.offset()).isNegative();
        assertThat(mistake.member()).isEmpty();
        assertThat(mistake.within("no such thing").offset()).isNegative();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in      | in               | 0",
                "in      | inner + in       | 8",
                "in      | main - in        | 7",
                "in      | $in + in_ + in   | 12",
                "in      | config.in + in   | 12",
                "a.b()   | 2 * a.b()        | 4",
                "$x      | 1 + $x           | 4",
                "out     | in               | -1",
            })
    void isWhereTheWholeNameStands(String name, String text, int offset) {
        assertThat(mistake.about(name).within(text).offset()).isEqualTo(offset);
    }

    @Test
    void staysWhereItIsKnownToBe() {
        assertThat(mistake.about("in").at(0).within("out + in").offset()).isZero();
        assertThat(mistake.about("in").at(5).within("in + in").offset()).isEqualTo(5);
    }
}
