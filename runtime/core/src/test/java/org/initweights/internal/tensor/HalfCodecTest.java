package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.initweights.HalfFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Bits and numbers of IEEE 754-2019 and of bfloat16's definition. */
    @ParameterizedTest
    @CsvSource({
        "FP16, 0001, 0x1p-24",
        "FP16, 03ff, 0x1.ff8p-15",
        "FP16, 0400, 0x1p-14",
        "FP16, 3c00, 1",
        "FP16, c000, -2",
        "FP16, 3555, 0.333251953125",
        "FP16, 7bff, 65504",
        "FP16, 7c00, Infinity",
        "FP16, fc00, -Infinity",
        "FP16, 7c01, NaN",
        "FP16, ffff, NaN",
        "FP16, 8000, -0.0",
        "BF16, 0001, 0x1p-133",
        "BF16, 3f80, 1",
        "BF16, c000, -2",
        "BF16, 7f7f, 0x1.fep127",
        "BF16, 7f80, Infinity",
        "BF16, ff80, -Infinity",
        "BF16, 7f81, NaN"
    })
    void bitsHaveTheValuesOfTheirFormat(HalfFormat format, String bits, String value) {
        assertThat(HalfCodec.of(format).decode((short) Integer.parseInt(bits, 16)))
                .isEqualTo(Float.valueOf(value));
    }

    /** A step beside the middle of two numbers, which the nearest float is. */
    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void roundsDoublesOnce(HalfFormat format) {
        HalfCodec codec = HalfCodec.of(format);
        for (int bits = 0; bits < 0x7BFF; bits++) {
            double low = codec.decode((short) bits);
            double high = codec.decode((short) (bits + 1));
            double middle = low + (high - low) / 2;
            assertThat(codec.encode(Math.nextDown(middle))).isEqualTo((short) bits);
            assertThat(codec.encode(Math.nextUp(middle))).isEqualTo((short) (bits + 1));
            assertThat(codec.encode(-Math.nextDown(middle))).isEqualTo((short) (bits | 0x8000));
            assertThat(codec.encode(middle)).isEqualTo((short) (bits + bits % 2));
        }
        assertThat(codec.encode(1e300)).isEqualTo(codec.encode(Float.POSITIVE_INFINITY));
        assertThat(codec.decode(codec.encode(Double.NaN))).isNaN();
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
