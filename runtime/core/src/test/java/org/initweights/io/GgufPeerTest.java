package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code gguf-py/tests/test_gguf_reader_validation.py} of llama.cpp asserts; the tests have the names that they have there. */
class GgufPeerTest {

    @TempDir
    private Path folder;

    private static ByteBuffer header(long tensors, long entries, String name) {
        ByteBuffer bytes = ByteBuffer.allocate(6_000_000).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .putLong(tensors)
                .putLong(entries);
        return bytes.putLong(name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer tensor(int claimedDims, long... dims) {
        ByteBuffer bytes = header(1, 0, "bad_tensor").putInt(claimedDims);
        Arrays.stream(dims).forEach(bytes::putLong);
        return bytes.putInt(0).putLong(0).put(new byte[64]);
    }

    private static ByteBuffer list(int type, long count, int bytes) {
        return header(0, 1, "arr").putInt(9).putInt(type).putLong(count).put(ones(bytes));
    }

    private static byte[] ones(int count) {
        byte[] ones = new byte[count];
        Arrays.fill(ones, (byte) 1);
        return ones;
    }

    private Path file(ByteBuffer bytes) throws IOException {
        byte[] written = new byte[bytes.position()];
        bytes.get(0, written);
        return Files.write(folder.resolve("a.gguf"), written);
    }

    private void refused(ByteBuffer bytes, String problem) {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Gguf.open(file(bytes)))
                .withMessageContaining(problem);
    }

    @Test
    void testNDimsUpperBound() {
        refused(tensor(1_000_000, 1, 1, 1, 1, 1, 1, 1, 1), "it has 1000000 dimensions; there may be 4");
    }

    @Test
    void testDimsProductNoUint64Wraparound() {
        refused(tensor(3, 4_194_305, 4_194_305, 211_106_198_978_564L), "more elements than a long can count");
    }

    @Test
    void testArrayLengthBoundedByElementSize() {
        refused(list(12, 5_000_000, 5_200_008), "5000000 values of a list");
    }

    @Test
    void testArrayOfMinimumSizeElementsStillParses() throws IOException {
        try (Gguf gguf = Gguf.open(file(list(0, 64, 64)))) {
            assertThat(gguf.metadata()).containsKey("arr");
        }
        try (Gguf gguf = Gguf.open(file(list(12, 0, 0)))) {
            assertThat(gguf.metadata()).containsKey("arr");
        }
    }
}
