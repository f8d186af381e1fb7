package org.initweights.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relations hold as those of Java do. */
class RelationTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2, <= != <",
        "2, 1, >= != >",
        "2, 2, <= >= ==",
        "-0.0, 0.0, <= >= ==",
        "NaN, 1, !=",
        "1, NaN, !=",
        "NaN, NaN, !=",
        "-Infinity, Infinity, <= != <",
    })
    void holdAsInJava(double a, double b, String expected) {
        assertThat(Arrays.stream(Relation.values())
                        .filter(relation -> relation.holds(a, b))
                        .map(Relation::symbol)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    /** Or else the shorter symbol would be found where the longer one is. */
    @Test
    void longerSymbolsComeBeforeThoseTheyBeginWith() {
        List<String> symbols =
                Arrays.stream(Relation.values()).map(Relation::symbol).toList();
        assertThat(symbols).containsExactlyInAnyOrder("<", "<=", ">", ">=", "==", "!=");
        assertThat(symbols.indexOf("<=")).isLessThan(symbols.indexOf("<"));
        assertThat(symbols.indexOf(">=")).isLessThan(symbols.indexOf(">"));
    }
}
