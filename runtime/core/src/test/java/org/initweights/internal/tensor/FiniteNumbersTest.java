package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where types of floats end: half a step behind their largest number, where IEEE 754 rounds to infinity. */
class FiniteNumbersTest {

    /** Of so many bits of significand, the first of which is not stored, and this largest exponent. */
    @ParameterizedTest
    @CsvSource({"F32, 24, 127", "BF16, 8, 127", "F16, 11, 15"})
    void theLeastNumberThatIsRoundedToInfinity(DType type, int bits, int exponent) {
        double largest = (2 - Math.pow(2, 1 - bits)) * Math.pow(2, exponent);
        double step = Math.pow(2, exponent + 1 - bits);
        assertThat(FiniteNumbers.overflow(type)).isEqualTo(largest + step / 2);
    }

    @ParameterizedTest
    @CsvSource({"F64", "I32", "I64"})
    void ofOtherTypesThereIsNone(DType type) {
        assertThat(FiniteNumbers.overflow(type)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void advisesTypesThatHoldMore() {
        assertThat(FiniteNumbers.wider(DType.F16)).isEqualTo("BF16 or F32");
        assertThat(FiniteNumbers.wider(DType.BF16)).isEqualTo("F64");
        assertThat(FiniteNumbers.wider(DType.F32)).isEqualTo("F64");
    }

    @Test
    void saysWhatWouldBeInfinite() {
        assertThat(FiniteNumbers.refusal(DType.F16, 3, 65520))
                .hasMessage("element 3 would be 65520.0, which is infinite in F16, whose largest number is 65504.0;"
                        + " use a wider type, or smaller values [Overflow]");
    }
}
