package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.initweights.HalfFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HalfCodecTest {

    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void everyHalfSurvivesTheWayThereAndBack(HalfFormat format) {
        HalfCodec codec = HalfCodec.of(format);
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = codec.decode((short) bits);
            if (Float.isNaN(value)) {
                assertThat(codec.decode(codec.encode(value))).isNaN();
            } else {
                assertThat(codec.encode(value)).isEqualTo((short) bits);
            }
        }
    }

    /** Against the definition: the nearest of the two neighbours, the even one of two equally near. */
    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void roundsToTheNearestAndTiesToEven(HalfFormat format) {
        HalfCodec codec = HalfCodec.of(format);
        Random random = new Random(3);
        int largest = format == HalfFormat.BF16 ? 0x7F7F : 0x7BFF;
        for (int bits = 0; bits < largest; bits++) {
            double low = codec.decode((short) bits);
            double high = codec.decode((short) (bits + 1));
            float middle = (float) (low + (high - low) / 2);
            assertThat(codec.encode(middle)).isEqualTo((short) (bits % 2 == 0 ? bits : bits + 1));
            assertThat(codec.encode(-Math.nextUp(middle))).isEqualTo((short) ((bits + 1) | 0x8000));
            assertThat(codec.encode(Math.nextDown(middle))).isEqualTo((short) bits);
            float between = (float) (low + (high - low) * random.nextDouble());
            assertThat(Math.abs(codec.decode(codec.encode(between)) - between))
                    .isLessThanOrEqualTo((float) ((high - low) / 2));
        }
    }

    @Test
    void overflowsToInfinity() {
        assertThat(new Binary16().encode(65519.996f)).isEqualTo((short) 0x7BFF);
        assertThat(new Binary16().encode(65520)).isEqualTo((short) 0x7C00);
        assertThat(new Binary16().encode(Float.NEGATIVE_INFINITY)).isEqualTo((short) 0xFC00);
        assertThat(new Bfloat16().encode(Float.MAX_VALUE)).isEqualTo((short) 0x7F80);
    }
}
