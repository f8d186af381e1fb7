package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.initweights.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of broken files, the same ones each time. */
class FuzzTest {

    private static final int FILES = 5000;
    private static final long MOST_BYTES_ALLOCATED = 4 << 20;

    private static final String[] HOSTILE = {
        "-1", "0", "1e9", "9223372036854775807", "18446744073709551616", "[]", "{}", "null", "\"F64\"", "\"BOOL\"",
                "\"\\ud800\"",
        "[[[[", "}", ",", ":", "\"", "4294967296", "\"__metadata__\":{}", "1.0", " ", "\u0000", "\\"
    };

    @TempDir
    private Path folder;

    @Test
    void neverGetsAnythingButAClearErrorOutOfABrokenFile() throws IOException {
        Path file = folder.resolve("model.safetensors");
        SampleParameters.ofEveryFieldType(1).select(Selection.named("*")).save(file);
        byte[] sound = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] broken = mutated(sound, random);
            Files.write(file, broken);
            long before = allocated();
            try (Checkpoint checkpoint = Checkpoint.open(file)) {
                for (CheckpointTensor tensor : checkpoint.tensors()) {
                    tensor.readBytes(0, ByteBuffer.allocate((int) tensor.bytes()));
                }
            } catch (CheckpointException e) {
                refused++;
                assertThat(e).hasMessageStartingWith(file + ": ");
            }
            assertThat(allocated() - before)
                    .as("bytes allocated for file %d", i)
                    .isLessThan(MOST_BYTES_ALLOCATED);
        }
        // What hits a name, a value or the metadata leaves a sound file.
        assertThat(refused).isBetween(FILES / 2, FILES - 1);
    }

    private static byte[] mutated(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        int headerLength =
                (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        switch (random.nextInt(6)) {
            case 0 -> bytes[random.nextInt(8 + headerLength)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[random.nextInt(8)] = (byte) random.nextInt(256);
            case 2 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 10));
            case 3 -> bytes[8 + random.nextInt(headerLength)] = (byte) random.nextInt(256);
            default -> bytes = withHeader(bytes, headerLength, mutatedHeader(bytes, headerLength, random));
        }
        return bytes;
    }

    /** The header with something hostile inserted, or put in the place of a number. */
    private static String mutatedHeader(byte[] bytes, int length, SplittableRandom random) {
        String header = new String(bytes, 8, length, StandardCharsets.UTF_8);
        int at = random.nextInt(header.length());
        String hostile = HOSTILE[random.nextInt(HOSTILE.length)];
        int end = at;
        if (random.nextBoolean()) {
            while (at < header.length() && !Character.isDigit(header.charAt(at))) {
                at++;
            }
            end = at;
            while (end < header.length() && Character.isDigit(header.charAt(end))) {
                end++;
            }
        }
        return header.substring(0, at) + hostile + header.substring(end);
    }

    private static byte[] withHeader(byte[] bytes, int oldLength, String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer result =
                ByteBuffer.allocate(bytes.length - oldLength + json.length).order(ByteOrder.LITTLE_ENDIAN);
        result.putLong(json.length).put(json).put(bytes, 8 + oldLength, bytes.length - 8 - oldLength);
        return result.array();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
