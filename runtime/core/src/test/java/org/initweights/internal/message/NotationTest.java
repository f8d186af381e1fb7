package org.initweights.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "10001, 10001",
        "-10001, -10001",
        "123456.789, 123456.789",
        "12345678, 1.2345678e7",
        "1e22, 1e22",
        "0.012345678, 0.012345678",
        "0.0009765625, 0.0009765625",
        "123456789012, 1.23456789012e11",
        "0.02525381361380527, 0.02525",
        "0.30000000000000004, 0.3",
        "1.4142135623730951, 1.414",
        "3.4028234663852886e38, 3.403e38",
        "0, 0",
        "-0.0, 0",
        "NaN, NaN",
        "-Infinity, -∞"
    })
    void writesWhatAPersonGaveAsItWasGiven(double value, String written) {
        assertThat(Notation.number(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "10001, 10001",
        "3.141592653589793, 3.141592653589793",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "2e23, 2e23",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "1e-5, 1e-5"
    })
    void writesExactly(double value, String written) {
        assertThat(Notation.exact(value)).isEqualTo(written);
        assertThat(Double.parseDouble(Notation.exact(value))).isEqualTo(value);
    }

    @Test
    void writesAnyNumberSoThatItIsReadAgain() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Notation.exact(value))).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10001, 10000", "0.02525381361380527, 0.02525", "4000000000000, 4e12", "65504, 65500"})
    void roundsWhatIsMeasured(double value, String written) {
        assertThat(Notation.measured(value)).isEqualTo(written);
    }
}
