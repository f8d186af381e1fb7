package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.HalfFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HalfStepTest {

    /** From the most negative number up: no number of the format lies between a number and its successor, and all are reached. */
    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void goesThroughAllNumbersInTheirOrder(HalfFormat format) {
        HalfCodec codec = HalfCodec.of(format);
        short largest = (short) (format == HalfFormat.BF16 ? 0x7F7F : 0x7BFF);
        short bits = (short) (largest | 0x8000);
        int steps = 0;
        for (; bits != largest; steps++) {
            short next = HalfStep.up(bits);
            assertThat(codec.decode(next)).isGreaterThan(codec.decode(bits));
            bits = next;
        }
        assertThat(steps)
                .as("distances between finite numbers, where both zeros are one")
                .isEqualTo(2 * largest);
        assertThat(codec.decode(HalfStep.up(largest))).isInfinite();
    }

    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void theLeastPositiveNumberFollowsBothZeros(HalfFormat format) {
        assertThat(HalfStep.up((short) 0)).isEqualTo((short) 1);
        assertThat(HalfStep.up((short) 0x8000)).isEqualTo((short) 1);
        assertThat(HalfCodec.of(format).decode(HalfStep.up((short) 0x8001)))
                .as("zero, of either sign")
                .isEqualTo(-0.0f);
    }
}
