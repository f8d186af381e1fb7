package org.initweights.internal.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.initweights.internal.fill.NormsFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Norms of more elements than are read at once, and of numbers that get lost easily, against exact sums. */
class NormsKernelTest {

    /** Whole numbers, whose squares and sums are exact in a long. */
    @ParameterizedTest
    @CsvSource({
        "3, 20_000, 1",
        "1, 3, 20_000",
        "20_001, 3, 1",
        "5, 7, 1_001",
        "2, 40_000, 1",
        "1, 1, 16_384",
        "1, 16_385, 2"
    })
    void areThoseOfEachSliceHoweverTheElementsArrive(String before, String kept, String behind) {
        int outer = number(before);
        int places = number(kept);
        int inner = number(behind);
        double[] elements = new double[outer * places * inner];
        long[] sums = new long[places];
        int next = 0;
        for (int i = 0; i < outer; i++) {
            for (int place = 0; place < places; place++) {
                for (int k = 0; k < inner; k++) {
                    int element = (next * 31 + place * 7) % 101 - 50;
                    elements[next++] = element;
                    sums[place] += (long) element * element;
                }
            }
        }
        double[] norms =
                NormsKernel.norms(new NormsFill("v", 1, places), DoubleElements.of(elements, outer, places, inner));
        assertThat(norms)
                .containsExactly(Arrays.stream(sums).mapToDouble(Math::sqrt).toArray());
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace("_", ""));
    }

    /** Each square is less than half a unit in the last place of the sum, and all of them together are 20,000 units. */
    @Test
    void loseNothingOfManySmallSquares() {
        double[] elements = new double[40_001];
        Arrays.fill(elements, 0x1p-27);
        elements[0] = 1;
        BigDecimal small = BigDecimal.ONE.divide(new BigDecimal(2).pow(54));
        BigDecimal squares = BigDecimal.ONE.add(small.multiply(new BigDecimal(40_000)));
        double expected = squares.sqrt(new MathContext(40)).doubleValue();
        double[] norm =
                NormsKernel.norms(new NormsFill("v", NormsFill.WHOLE, 1), DoubleElements.of(elements, elements.length));
        assertThat(norm[0]).isCloseTo(expected, within(2 * Math.ulp(expected)));
    }

    @Test
    void areZeroOfSlicesWithoutElements() {
        assertThat(NormsKernel.norms(new NormsFill("v", 1, 3), DoubleElements.of(new double[0], 0, 3)))
                .containsExactly(0, 0, 0);
        assertThat(NormsKernel.norms(new NormsFill("v", 0, 0), DoubleElements.of(new double[0], 0, 3)))
                .isEmpty();
    }
}
