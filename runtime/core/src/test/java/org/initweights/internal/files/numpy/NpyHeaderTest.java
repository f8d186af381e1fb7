package org.initweights.internal.files.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.LongStream;
import org.initweights.TensorShape;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NpyHeaderTest {

    /** What {@code numpy.lib.format.write_array_header_1_0} of NumPy 2.4 writes; spaces and an end of line follow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "F32; 3 4; 128; 934e554d505901007600; {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }",
                "F64; ; 128; 934e554d505901007600; {'descr': '<f8', 'fortran_order': False, 'shape': (), }",
                "F16; 7; 128; 934e554d505901007600; {'descr': '<f2', 'fortran_order': False, 'shape': (7,), }",
                "BOOL; 0 5; 128; 934e554d505901007600; {'descr': '|b1', 'fortran_order': False, 'shape': (0, 5), }",
                "I64; 123456789012 1; 128; 934e554d505901007600; {'descr': '<i8', 'fortran_order': False, 'shape': (123456789012, 1), }",
                "C64; 2; 128; 934e554d505901007600; {'descr': '<c8', 'fortran_order': False, 'shape': (2,), }",
            },
            quoteCharacter = '"')
    void isThatOfNumPy(ElementType type, String dims, int length, String start, String text) throws IOException {
        TensorShape shape = shape(dims);

        byte[] bytes = NpyHeader.of(type, shape).encoded();

        assertThat(bytes).hasSize(length);
        assertThat(HexFormat.of().formatHex(bytes, 0, 10)).isEqualTo(start);
        assertThat(new String(bytes, 10, length - 10, StandardCharsets.US_ASCII))
                .isEqualTo(text + " ".repeat(length - 11 - text.length()) + "\n");
        assertThat(read(bytes)).isEqualTo(NpyHeader.of(type, shape));
    }

    private static TensorShape shape(String dims) {
        return TensorShape.of(
                dims == null
                        ? new long[0]
                        : Arrays.stream(dims.split(" "))
                                .mapToLong(Long::parseLong)
                                .toArray());
    }

    /** NumPy's own limit: 32 dimensions of one make 192 bytes. */
    @Test
    void growsByBlocksOf64Bytes() throws IOException {
        TensorShape ones = TensorShape.of(LongStream.generate(() -> 1).limit(32).toArray());

        byte[] bytes = NpyHeader.of(ElementType.U8, ones).encoded();

        assertThat(bytes).hasSize(192).startsWith(HexFormat.of().parseHex("934e554d50590100b600"));
        assertThat(read(bytes).shape()).isEqualTo(ones);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyHeader.of(
                                ElementType.F32,
                                TensorShape.of(
                                        LongStream.generate(() -> 1).limit(4000).toArray()))
                        .encoded())
                .withMessageEndingWith("an array of NumPy has at most 64 dimensions, but this has 4000");
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeThatNumPyHasComesBack(ElementType type) throws IOException {
        TensorShape shape = TensorShape.of(2, 3);
        if (type == ElementType.BF16 || type.name().startsWith("F8_") || type.bits() < Byte.SIZE) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NpyHeader.of(type, shape))
                    .withMessage("NumPy has no type for " + type);
        } else {
            NpyHeader header = NpyHeader.of(type, shape);
            assertThat(header.dataBytes()).isEqualTo(6L * type.bits() / 8);
            assertThat(read(header.encoded())).isEqualTo(header);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'descr': '>f8', 'fortran_order': True, 'shape': (2,), }; F64; BIG; COLUMN_MAJOR; 2",
                "{'shape':(2,3),'fortran_order':False,'descr':'<u2'}; U16; LITTLE; ROW_MAJOR; 2 3",
                "{ 'descr' : '|i1' , 'fortran_order' : False , 'shape' : ( ) }; I8; LITTLE; ROW_MAJOR; ",
                "{'descr': '|b1', 'fortran_order': False, 'shape': (2, 3,)}; BOOL; LITTLE; ROW_MAJOR; 2 3",
            })
    void isReadAsPythonReadsIt(String text, ElementType type, String order, NpyHeader.ElementOrder axes, String dims)
            throws IOException {
        NpyHeader expected = new NpyHeader(
                type, order.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, axes, shape(dims));

        for (int version = 1; version <= 3; version++) {
            assertThat(read(NpyFiles.header(version, text)))
                    .as("version %d", version)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'descr': '<f4', 'fortran_order': False}; needs descr, fortran_order and shape, but has [descr, fortran_order]",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} x; lacks the end at character 56",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}; its shape has a negative size: [-2]",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2 3)}; lacks ) at character 53",
                "{'descr': '<f4', 'fortran_order': 0, 'shape': (2,)}; its fortran_order is neither True nor False",
                "{'descr': '<f4; lacks the end of a string at character 14",
                "{'descr': '<f3', 'fortran_order': False, 'shape': (2,)}; its elements are '<f3', which are not",
                "{'descr': '<b2', 'fortran_order': False, 'shape': (2,)}; its elements are '<b2', which are not",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2)}; its shape is no tuple of integers",
                "{'descr': '', 'fortran_order': False, 'shape': (2,)}; its elements are '', which are not",
                "{'descr': '<f4', 'order': False, 'shape': (2,)}; needs descr, fortran_order and shape, but has [descr, order, shape]",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807,)}; more bytes of F32 than a long can count",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807, 2)}; more bytes of F32 than a long can count",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775808,)}; more bytes of F32 than a long can count",
                "[]; its header is no dictionary, but []",
            })
    void refusesOthersWithWhatIsWrong(String text, String problem) {
        assertThatExceptionOfType(NpyException.class)
                .isThrownBy(() -> read(NpyFiles.header(1, text)))
                .withMessageContaining(problem);
    }

    @Test
    void refusesOtherVersionsMagicsAndLengths() {
        byte[] file = NpyFiles.header(1, "{}");
        assertThatExceptionOfType(NpyException.class)
                .isThrownBy(() -> read(NpyFiles.header(4, "{}")))
                .withMessage("its version is 4.0, not 1.0, 2.0 or 3.0");
        assertThatExceptionOfType(NpyException.class)
                .isThrownBy(() -> read(NpyFiles.header(2, " ".repeat(10_001))))
                .withMessage("its header has 10001 bytes; there may be 10000");
        file[0] = 'x';
        assertThatExceptionOfType(NpyException.class)
                .isThrownBy(() -> read(file))
                .withMessage("it does not begin as a .npy file does");
    }

    /** Cut off anywhere, or with any bit changed: a header or a refusal, and nothing else. */
    @Test
    void neverFailsOtherwise() {
        byte[] whole = NpyHeader.of(ElementType.F32, TensorShape.of(3, 4)).encoded();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(EOFException.class).as("%d bytes", length).isThrownBy(() -> read(cut));
        }
        int refused = 0;
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] changed = whole.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            try {
                read(changed);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length * Byte.SIZE / 2);
    }

    private static NpyHeader read(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        return NpyHeaderReader.read(target -> {
            if (rest.remaining() < target.remaining()) {
                throw new EOFException();
            }
            while (target.hasRemaining()) {
                target.put(rest.get());
            }
        });
    }
}
