package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.initweights.HalfFormat;
import org.initweights.internal.tensor.HalfCodec;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallFloatTest {

    private static double value(ElementType type, int bits) {
        return ElementDecoder.of(type).next(ByteBuffer.wrap(new byte[] {(byte) bits}));
    }

    /** The format is the upper half of a half float. */
    @Test
    void e5m2IsAHalfFloatCutOff() {
        HalfCodec halves = HalfCodec.of(HalfFormat.FP16);
        for (int bits = 0; bits < 256; bits++) {
            assertThat(value(ElementType.F8_E5M2, bits))
                    .isEqualTo((Double) (double) halves.decode((short) (bits << 8)));
        }
    }

    /** Their bias is larger by one; where the others have infinities and NaN, they have numbers. */
    @Test
    void numbersOfFnuzAreHalfOfTheOthers() {
        for (int bits = 0; bits < 256; bits++) {
            double e5m2 = value(ElementType.F8_E5M2, bits);
            if (bits != 0x80 && Double.isFinite(e5m2)) {
                assertThat(value(ElementType.F8_E5M2FNUZ, bits)).isEqualTo(e5m2 / 2);
            }
            double e4m3 = value(ElementType.F8_E4M3, bits);
            if (bits != 0x80 && Double.isFinite(e4m3)) {
                assertThat(value(ElementType.F8_E4M3FNUZ, bits)).isEqualTo(e4m3 / 2);
            }
        }
    }

    /** Numbers of the tables in the formats' papers, and of ONNX. */
    @ParameterizedTest
    @CsvSource({
        "F8_E4M3, 7e, 448",
        "F8_E4M3, 7f, NaN",
        "F8_E4M3, ff, NaN",
        "F8_E4M3, 01, 0x1p-9",
        "F8_E4M3, 08, 0x1p-6",
        "F8_E4M3, b8, -1",
        "F8_E4M3, 80, -0.0",
        "F8_E5M2, 7b, 57344",
        "F8_E5M2, 7c, Infinity",
        "F8_E5M2, fc, -Infinity",
        "F8_E5M2, 7d, NaN",
        "F8_E5M2, 01, 0x1p-16",
        "F8_E5M2, 04, 0x1p-14",
        "F8_E4M3FNUZ, 7f, 240",
        "F8_E4M3FNUZ, 80, NaN",
        "F8_E4M3FNUZ, 01, 0x1p-10",
        "F8_E4M3FNUZ, ff, -240",
        "F8_E5M2FNUZ, 7f, 57344",
        "F8_E5M2FNUZ, 80, NaN",
        "F8_E5M2FNUZ, 01, 0x1p-17",
        "F8_E5M2FNUZ, 00, 0",
        "F8_E8M0, 00, 0x1p-127",
        "F8_E8M0, 7f, 1",
        "F8_E8M0, fe, 0x1p127",
        "F8_E8M0, ff, NaN"
    })
    void hasTheValuesOfItsPaper(ElementType type, String bits, String expected) {
        assertThat(value(type, Integer.parseInt(bits, 16))).isEqualTo(Double.valueOf(expected));
    }
}
