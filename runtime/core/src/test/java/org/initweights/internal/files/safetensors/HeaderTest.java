package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;

class HeaderTest {

    private static final TensorEntry BYTES = TensorEntry.of("b", ElementType.U8, TensorShape.of(3));
    private static final TensorEntry FLOATS = TensorEntry.of("a", ElementType.F32, TensorShape.of(2, 1));
    private static final TensorEntry DOUBLES = TensorEntry.of("z", ElementType.F64, TensorShape.of());

    /** By the rules of the format: the length, JSON, and blanks up to a multiple of eight. */
    @Test
    void isLengthAndJsonAndBlanks() throws IOException {
        for (int i = 0; i < 9; i++) {
            byte[] bytes = Header.of(Map.of("k", "v".repeat(i)), List.of(BYTES, FLOATS))
                    .encoded();
            int length =
                    (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
            String text = new String(bytes, 8, length, StandardCharsets.UTF_8);

            assertThat(bytes).hasSize(8 + length);
            assertThat(length % 8).isZero();
            assertThat(text).startsWith("{\"__metadata__\":{\"k\":\"").matches("\\{.*\\} {0,7}");
            assertThat(new ObjectMapper().readTree(text))
                    .isEqualTo(new ObjectMapper()
                            .readTree("{\"__metadata__\":{\"k\":\"" + "v".repeat(i)
                                    + "\"},\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
                                    + "\"b\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[8,11]}}"));
        }
        assertThat(Header.of(Map.of(), List.of()).encoded())
                .isEqualTo("\10\0\0\0\0\0\0\0{}      ".getBytes(StandardCharsets.US_ASCII));
    }

    /** Those of the largest alignment first, then by the bytes of their names: an emoji comes behind U+FF5E, unlike in UTF-16. */
    @Test
    void tensorsLieInTheOrderOfTheFormat() {
        TensorEntry fullwidth = TensorEntry.of("\uFF5E", ElementType.U8, TensorShape.of(1));
        TensorEntry emoji = TensorEntry.of("\uD83D\uDE00", ElementType.U8, TensorShape.of(1));
        Header header = Header.of(Map.of(), List.of(emoji, fullwidth, BYTES, FLOATS, DOUBLES));

        assertThat(header.tensors())
                .extracting(TensorEntry::name)
                .containsExactly("z", "a", "b", fullwidth.name(), emoji.name());
        assertThat(header.tensors()).extracting(TensorEntry::begin).containsExactly(0L, 8L, 16L, 19L, 20L);
        assertThat(header.tensors()).extracting(TensorEntry::bytes).containsExactly(8L, 8L, 3L, 1L, 1L);
        assertThat(header.dataBytes()).isEqualTo(21);
        assertThat(Header.of(Map.of(), List.of()).dataBytes()).isZero();
    }

    @Test
    void refusesNamesThatMeanSomethingElseOrTwoThings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Header.of(Map.of(), List.of(TensorEntry.of("__metadata__", ElementType.U8, TensorShape.of(1)))))
                .withMessage("a safetensors file cannot have a tensor named __metadata__");
        Header twice = Header.of(Map.of(), List.of(BYTES, BYTES));
        assertThatIllegalArgumentException().isThrownBy(twice::encoded).withMessage("two tensors are named b");
    }

    /** The end of the last member counts, not the closing brace: 100,000,000 bytes are the most that other libraries read. */
    @Test
    void isNoLongerThanOthersRead() {
        int rest = "{\"__metadata__\":{\"k\":\"\"}}".length();
        assertThat(Header.of(Map.of("k", "v".repeat(100_000_000 - rest)), List.of())
                        .encoded())
                .hasSize(100_000_008);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Header.of(Map.of("k", "v".repeat(100_000_001 - rest)), List.of())
                        .encoded())
                .withMessageContaining("make a header of more than 100000000 bytes");
    }

    @Test
    void ofAShardHasRoomForTheIdentityOfItsSave() throws IOException {
        SaveId save = new SaveId("0123456789abcdef0123456789abcdef");
        Header shard = Header.ofShard(Map.of("format", "pt"), List.of(BYTES));
        Header complete = shard.with(save);

        assertThat(complete.encoded()).hasSameSizeAs(shard.encoded());
        assertThat(complete.tensors()).isEqualTo(shard.tensors());
        JsonNode metadata = new ObjectMapper()
                .readTree(complete.encoded(), 8, complete.encoded().length - 8)
                .get("__metadata__");
        assertThat(metadata.get("save_id").asText()).isEqualTo(save.text());
        assertThat(metadata.get("format").asText()).isEqualTo("pt");
        assertThat(SaveId.ofMetadata(complete.metadata())).hasValue(save);
        assertThat(SaveId.ofMetadata(Map.of("format", "pt"))).isEmpty();
        assertThat(save.brief()).isEqualTo("0123456789ab");
    }

    /** Of whatever headers and elements; but not of the identity that the headers have by then. */
    @Test
    void theIdentityTellsApartWhatIsSaved() {
        Header first = Header.ofShard(Map.of(), List.of(BYTES));
        Header second = Header.ofShard(Map.of(), List.of(FLOATS));
        SaveId save = SaveId.of(List.of(first, second), name -> name.charAt(0));

        assertThat(save.text()).matches("[0-9a-f]{32}");
        assertThat(SaveId.of(List.of(first.with(save), second.with(save)), name -> name.charAt(0)))
                .isEqualTo(save);
        Set<SaveId> others = new HashSet<>(Set.of(
                save,
                SaveId.of(List.of(first), name -> name.charAt(0)),
                SaveId.of(List.of(second, first), name -> name.charAt(0)),
                SaveId.of(List.of(first, second), name -> name.equals("a") ? 'a' : 1),
                SaveId.of(List.of(first, second), name -> name.equals("b") ? 'b' : 1),
                SaveId.of(List.of(Header.ofShard(Map.of("x", "y"), List.of(BYTES)), second), name -> name.charAt(0))));
        assertThat(others).hasSize(6);
    }

    @Test
    void checksumsAreTwoOfEachTensor() {
        byte[] bytes = {1, 2, 3, 4, 5};
        CRC32C castagnoli = new CRC32C();
        CRC32 ieee = new CRC32();
        castagnoli.update(bytes, 1, 4);
        ieee.update(bytes, 1, 4);
        TensorChecksum checksum = new TensorChecksum();

        ByteBuffer first = ByteBuffer.wrap(bytes, 1, 3);
        checksum.update(first);
        checksum.update(ByteBuffer.wrap(bytes, 4, 1));

        assertThat(first.position()).isEqualTo(1);
        assertThat(checksum.value() >>> 32).isEqualTo(castagnoli.getValue());
        assertThat(checksum.value() & 0xFFFFFFFFL).isEqualTo(ieee.getValue());
        assertThat(new TensorChecksum().value()).isZero();
    }

    @Test
    void tensorsHaveWholeNumbersOfBytes() {
        assertThat(TensorEntry.of("a", ElementType.F4, TensorShape.of(6)).bytes())
                .isEqualTo(3);
        assertThat(TensorEntry.of("a", ElementType.F6_E2M3, TensorShape.of(4)).bytes())
                .isEqualTo(3);
        assertThat(TensorEntry.bytes(ElementType.F64, Long.MAX_VALUE / 64)).isEqualTo(Long.MAX_VALUE / 64 * 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorEntry.of("a", ElementType.F4, TensorShape.of(3)))
                .withMessage("a: 3 elements of F4 are no whole number of bytes");
        for (long elements : new long[] {Long.MAX_VALUE / 64 + 1, Long.MAX_VALUE / 32 + 1, Long.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TensorEntry.of("a", ElementType.F64, TensorShape.of(elements)))
                    .withMessage("a: " + elements + " elements of F64 have more bits than a long can count");
        }
        assertThat(TensorEntry.of(PlannedParameter.of("w", TensorShape.of(2, 3), DType.BF16, Initializers.zeros())))
                .isEqualTo(new TensorEntry("w", ElementType.BF16, TensorShape.of(2, 3), 0, 12));
    }
}
