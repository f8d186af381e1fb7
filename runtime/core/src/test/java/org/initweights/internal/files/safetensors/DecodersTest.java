package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.initweights.io.ElementType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Elements of every type, by their bytes in the order of the format. */
class DecodersTest {

    private static ByteBuffer bytes(String hexadecimal) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hexadecimal)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "F64, 000000000000e0bf, -0.5",
        "F32, 0000803e, 0.25",
        "F16, 00c0, -2",
        "BF16, c03f, 1.5",
        "F8_E5M2, bc, -1",
        "F8_E4M3, b8, -1",
        "F8_E5M2FNUZ, c0, -1",
        "F8_E4M3FNUZ, c0, -1",
        "F8_E8M0, 80, 2",
        "BOOL, 00, 0",
        "BOOL, 01, 1",
        "BOOL, ff, 1",
        "I8, 80, -128",
        "U8, 80, 128",
        "I16, 0080, -32768",
        "U16, 0080, 32768",
        "I32, 00000080, -2147483648",
        "U32, 00000080, 2147483648",
        "I64, 0000000000000080, -0x1p63",
        "U64, 0000000000000080, 0x1p63",
        "U64, ffffffffffffff7f, 0x1p63",
        "U64, ffffffffffffffff, 0x1p64",
        "U64, 0000000000000000, 0",
        "U64, 0100000000000000, 1",
        // 2^63 + 2^10 lies halfway between two doubles, and goes to the even one; one more goes up.
        "U64, 0004000000000080, 0x1p63",
        "U64, 0104000000000080, 0x1.0000000000001p63"
    })
    void numbers(ElementType type, String hexadecimal, String expected) {
        ByteBuffer bytes = bytes(hexadecimal);
        assertThat(ElementDecoder.of(type).next(bytes)).isEqualTo(Double.valueOf(expected));
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BOOL, 00, 0",
        "BOOL, 01, 1",
        "BOOL, ff, 1",
        "I8, 80, -128",
        "U8, 80, 128",
        "I16, 0080, -32768",
        "U16, 0080, 32768",
        "I32, 00000080, -2147483648",
        "U32, 00000080, 2147483648",
        "I64, 0000000000000080, -9223372036854775808",
        "U64, ffffffffffffffff, -1"
    })
    void integers(ElementType type, String hexadecimal, long expected) {
        ByteBuffer bytes = bytes(hexadecimal);
        assertThat(IntegerDecoder.of(type).next(bytes)).isEqualTo(expected);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void otherTypesAreRefused(ElementType type) {
        if (!type.isInteger()) {
            String cure = type.isNumeric() ? "; read them into double[]" : "";
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> IntegerDecoder.of(type))
                    .withMessage("elements of " + type + " are no integers" + cure);
        }
        if (!type.isNumeric()) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> ElementDecoder.of(type))
                    .withMessage("elements of " + type + " are not read as numbers");
        }
    }
}
