package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initweights.TensorShape;
import org.initweights.io.CheckpointException;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {

    @TempDir
    private Path folder;

    /** Each line: a header, how many bytes of data follow, and what is said of it. Apostrophes stand for quotes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[2,6]}}|6|"
                        + "tensor \"b\": its bytes begin at 2, but those before it end at 4: tensors overlap",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}|4|"
                        + "tensors overlap",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[6,10]}}|10|"
                        + "tensor \"b\": its bytes begin at 6, but those before it end at 4: tensors leave a gap",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|8|tensor \"a\": its bytes begin at 4",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}|5|the tensors end at byte 4 of the data, which has 5",
                "{}|1|the tensors end at byte 0 of the data, which has 1",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}|4|"
                        + "tensor \"a\": its bytes go from 0 to 8, but the file has 4 bytes of data",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[4,0]}}|4|tensor \"a\": its bytes go from 4 to 0",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[-4,4]}}|4|tensor \"a\": its bytes go from -4 to 4",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}}|4|"
                        + "F32 [2] takes 8 bytes, but its offsets 0 and 4 hold 4",
                "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,0]}}|0|"
                        + "has more elements than a long can count",
                "{'a':{'dtype':'F64','shape':[9223372036854775807],'data_offsets':[0,0]}}|0|"
                        + "9223372036854775807 elements of F64 have more bits than a long can count",
                "{'a':{'dtype':'F64','shape':[2305843009213693952],'data_offsets':[0,0]}}|0|have more bits than a long can count",
                "{'a':{'dtype':'F32','shape':[9223372036854775808],'data_offsets':[0,0]}}|0|expected an integer of at most 64 bits",
                "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}}|4|has a negative dimension, -1",
                "{'a':{'dtype':'F32','shape':[1.0],'data_offsets':[0,4]}}|4|expected an integer of at most 64 bits, but found 1.0",
                "{'a':{'dtype':'F32','shape':1,'data_offsets':[0,4]}}|4|expected an array, but found a number",
                "{'a':{'dtype':32,'shape':[1],'data_offsets':[0,4]}}|4|expected a string, but found a number",
                "{'a':{'dtype':'F4','shape':[3],'data_offsets':[0,1]}}|1|3 elements of F4 are no whole number of bytes",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0]}}|4|data_offsets has 1 numbers instead of 2",
                "{'a':{'dtype':'F32','shape':[1]}}|4|tensor \"a\": \"data_offsets\" is missing",
                "{'a':{'dtype':'F33','shape':[1],'data_offsets':[0,4]}}|5|the tensors end at byte 4 of the data, which has 5",
                "{'a':{'dtype':'F33','shape':[1],'data_offsets':[0,4]}}|3|tensor \"a\": its bytes go from 0 to 4, but the file has 3",
                "{'a':{'dtype':'F33','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[2,6]}}|6|"
                        + "tensors overlap",
                "{'a':{'dtype':'F33','shape':[-1],'data_offsets':[0,4]}}|4|has a negative dimension, -1",
                "{'a':{'dtype':'F33','shape':[1]}}|4|tensor \"a\": \"data_offsets\" is missing",
                "{'__metadata__':[]}|0|__metadata__: expected an object, but found an array",
                "{'__metadata__':{'a':null}}|0|__metadata__: expected a string, but found null",
                "{'a':null}|0|tensor \"a\": expected an object, but found null",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|8|"
                        + "the name \"a\" is there twice",
                "{'__metadata__':{'a':1}}|0|__metadata__: expected a string, but found a number",
                "{'__metadata__':{'a':'1','a':'2'}}|0|the name \"a\" is there twice",
                "[]|0|the header is no JSON that can be accepted: expected an object, but found an array",
                "``|0|line 1, column 1: expected a value",
                "{}x|0|line 1, column 3: expected the end of the text",
                "{'a':|0|line 1, column 6: expected a value",
            })
    void refusesAHeaderThatDoesNotDescribeItsFile(String header, int dataBytes, String problem) throws IOException {
        Path file = write(header.replace('\'', '"').getBytes(StandardCharsets.UTF_8), dataBytes);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> SafetensorsFile.open(file))
                .withMessageStartingWith(file + ": ")
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.file()).isEqualTo(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100000001 | claim a header of 100000001 bytes; there may be 100000000",
                "-1 | claim a header of 18446744073709551615 bytes",
                "-9223372036854775808 | claim a header of 9223372036854775808 bytes",
                "100000000 | the header has 100000000 bytes, but the file ends after 2",
                "3 | the header has 3 bytes, but the file ends after 2"
            })
    void refusesALengthBeyondTheFileWithoutReadingIt(long length, String problem) throws IOException {
        Path file = folder.resolve("a.safetensors");
        ByteBuffer bytes = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes.putLong(length).put(new byte[] {'{', '}'}).array());
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> SafetensorsFile.open(file))
                .withMessageContaining(problem);
    }

    @Test
    void refusesAFileThatIsTooShortForALength() throws IOException {
        Path file = Files.write(folder.resolve("a.safetensors"), new byte[7]);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> SafetensorsFile.open(file))
                .withMessage(file + ": a file of 7 bytes is too short for a safetensors header");
    }

    @Test
    void refusesAHeaderThatIsNotUtf8() throws IOException {
        Path file = write(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}, 0);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> SafetensorsFile.open(file))
                .withMessageContaining("the text is not UTF-8");
    }

    /** As the format's own library takes them, although its README says that a header begins with a brace. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " {}",
                "\t\n{}\r ",
                "{\"__metadata__\":null}",
                "{\"__metadata__\":{}}",
                " { \"__metadata__\" : null } "
            })
    void takesSpaceBeforeAHeaderAndNoMetadata(String header) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(write(header.getBytes(StandardCharsets.UTF_8), 0))) {
            assertThat(file.header().metadata()).isEmpty();
            assertThat(file.header().tensors()).isEmpty();
        }
    }

    @Test
    void aTypeOfTheFutureMakesOnlyItsTensorUnreadable() throws IOException {
        String header = "{\"a\":{\"dtype\":\"F2\",\"shape\":[9,2],\"data_offsets\":[4,7]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        try (SafetensorsFile file = SafetensorsFile.open(write(header.getBytes(StandardCharsets.UTF_8), 7))) {
            assertThat(file.header().tensors()).extracting(TensorEntry::name).containsExactly("b");
            assertThat(file.header().unknown())
                    .singleElement()
                    .extracting(UnknownEntry::reason)
                    .isEqualTo("its type is \"F2\", which is not known here; its shape is [9, 2], and it has 3 bytes");
        }
    }

    @Test
    void saysThatAFileHasBecomeShorter() throws IOException {
        Path file = write(
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[9],\"data_offsets\":[0,9]}}".getBytes(StandardCharsets.UTF_8), 9);
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            Files.write(file, new byte[20]);
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> open.read(0, ByteBuffer.allocate(9)))
                    .withMessageContaining("before its header says");
        }
    }

    @Test
    void takesSpacesAfterTheHeaderAndEmptyTensorsAnywhere() throws IOException {
        String header = "{\"b\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[1,1]},"
                + "\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},"
                + "\"c\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}    ";
        try (SafetensorsFile file = SafetensorsFile.open(write(header.getBytes(StandardCharsets.UTF_8), 1))) {
            assertThat(file.header().tensors()).extracting(TensorEntry::name).containsExactly("c", "a", "b");
        }
    }

    @Test
    void readsAHeaderOfManyPieces() throws IOException {
        List<TensorEntry> tensors = IntStream.range(0, 30_000)
                .mapToObj(i -> TensorEntry.of("layer." + i + ".weight", ElementType.U8, TensorShape.of(3)))
                .toList();
        byte[] header = Header.of(Map.of("format", "pt"), tensors).encoded();
        assertThat(header.length).isGreaterThan(2 << 20);
        Path file = Files.write(folder.resolve("a.safetensors"), Arrays.copyOf(header, header.length + 90_000));
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(open.header().tensors())
                    .extracting(TensorEntry::name)
                    .containsExactlyInAnyOrderElementsOf(
                            tensors.stream().map(TensorEntry::name).toList());
            assertThat(open.header().metadata()).containsOnly(Map.entry("format", "pt"));
        }
    }

    @Test
    void readsAsManyTensorsAsAHeaderCanHave() throws IOException {
        int count = 600_000;
        List<TensorEntry> tensors = IntStream.range(0, count)
                .mapToObj(i -> TensorEntry.of("layer." + i + ".w", ElementType.U8, TensorShape.of(0)))
                .toList();
        Path file = Files.write(
                folder.resolve("a.safetensors"), Header.of(Map.of(), tensors).encoded());
        try (SafetensorsFile open = SafetensorsFile.open(file)) {
            assertThat(open.header().tensors()).hasSize(count);
        }
    }

    @Test
    void refusesToWriteAHeaderThatNobodyReads() {
        List<TensorEntry> tensors = IntStream.range(0, 10_100)
                .mapToObj(i -> TensorEntry.of("n".repeat(10_000) + i, ElementType.U8, TensorShape.of(0)))
                .toList();
        Header header = Header.of(Map.of(), tensors);
        assertThatIllegalArgumentException()
                .isThrownBy(header::encoded)
                .withMessage(
                        "the names, types and shapes of 10100 tensors and the metadata make a header of more than 100000000"
                                + " bytes, which nobody could read; write fewer tensors to a file, as with SaveOptions.withShardsOf, or"
                                + " give them shorter names");
    }

    @Test
    void aMessageShowsTheBeginningOfALongName() throws IOException {
        String name = "n".repeat(1_000_000);
        Path file = write(
                ("{\"" + name + "\":{\"dtype\":\"" + name + "\",\"shape\":[],\"data_offsets\":[0,1]}}")
                        .getBytes(StandardCharsets.UTF_8),
                0);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> SafetensorsFile.open(file))
                .withMessageStartingWith(
                        file + ": tensor \"" + "n".repeat(200) + "… (1000000 characters)\": its bytes go from 0 to 1")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
    }

    private Path write(byte[] header, int dataBytes) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("a.safetensors"),
                bytes.putLong(header.length).put(header).array());
    }
}
