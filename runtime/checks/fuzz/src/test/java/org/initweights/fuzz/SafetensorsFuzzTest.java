package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.initweights.internal.files.safetensors.Header;
import org.initweights.internal.files.safetensors.TensorEntry;
import org.initweights.io.Checkpoint;
import org.initweights.io.CheckpointException;
import org.initweights.io.CheckpointTensor;

/**
 * Files of safetensors: opened are those that {@link PlainSafetensors} finds sound, with the same tensors and bytes; written again they are
 * read as the same. An input that begins with a brace is a header alone, which gets its length and as much data as it speaks of.
 */
class SafetensorsFuzzTest {

    private static final Path FILE = Scratch.folder().resolve("model.safetensors");

    @FuzzTest
    @DictionaryEntries({
        "\"dtype\":\"F32\"", "\"shape\":[2,3]", "\"data_offsets\":[0,24]", "\"__metadata__\":{\"format\":\"pt\"}",
                "BF16", "F4",
        "F6_E2M3", "9223372036854775807", "4294967296", "-1", "{\"w\":", ",\"v\":{"
    })
    void file(byte[] input) {
        Trial.of(this, "file", input, () -> {
            byte[] file = input.length > 0 && input[0] == '{' ? PlainSafetensors.file(input) : input;
            Optional<Map<String, PlainSafetensors.Tensor>> expected = PlainSafetensors.read(file);
            Files.write(FILE, file);
            Header again;
            byte[] data;
            try (Checkpoint checkpoint = Checkpoint.open(FILE)) {
                assertThat(tensors(checkpoint)).isEqualTo(expected.orElse(Map.of()));
                assertThat(expected).as("it opens").isPresent();
                if (!checkpoint.unreadable().isEmpty()) {
                    return;
                }
                readNumbers(checkpoint);
                again = header(checkpoint);
                data = data(checkpoint, again);
            } catch (CheckpointException e) {
                assertThat(e).message().startsWith(FILE + ": ").hasSizeLessThan(2000);
                assertThat(expected).as(e.getMessage()).isEmpty();
                return;
            }
            byte[] header = again.encoded();
            Files.write(
                    FILE,
                    ByteBuffer.allocate(header.length + data.length)
                            .put(header)
                            .put(data)
                            .array());
            try (Checkpoint checkpoint = Checkpoint.open(FILE)) {
                assertThat(tensors(checkpoint)).isEqualTo(expected.orElseThrow());
                assertThat(checkpoint.metadata()).isEqualTo(again.metadata());
            }
        });
    }

    private static Map<String, PlainSafetensors.Tensor> tensors(Checkpoint checkpoint) throws IOException {
        Map<String, PlainSafetensors.Tensor> tensors = new TreeMap<>();
        for (CheckpointTensor tensor : checkpoint.tensors()) {
            List<Long> shape = Arrays.stream(tensor.shape().dims()).boxed().toList();
            tensors.put(tensor.name(), PlainSafetensors.tensor(tensor.type().name(), shape, bytes(tensor)));
        }
        return tensors;
    }

    private static byte[] bytes(CheckpointTensor tensor) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(tensor.bytes())];
        tensor.readBytes(0, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** Each as numbers, against the bytes where these are simple. */
    private static void readNumbers(Checkpoint checkpoint) throws IOException {
        for (CheckpointTensor tensor : checkpoint.tensors()) {
            if (tensor.type().isNumeric() && tensor.elements() < 1 << 12) {
                double[] numbers = new double[(int) tensor.elements()];
                tensor.read(0, numbers);
                ByteBuffer bytes = ByteBuffer.wrap(bytes(tensor)).order(ByteOrder.LITTLE_ENDIAN);
                for (double number : numbers) {
                    switch (tensor.type()) {
                        // Boxed, because NaN is a number that must arrive, too.
                        case F32 -> assertThat(number).isEqualTo(Double.valueOf(bytes.getFloat()));
                        case I16 -> assertThat(number).isEqualTo(bytes.getShort());
                        case U8 -> assertThat(number).isEqualTo(bytes.get() & 0xFF);
                        default -> {}
                    }
                }
            }
        }
    }

    private static Header header(Checkpoint checkpoint) {
        List<TensorEntry> entries = new ArrayList<>();
        for (CheckpointTensor tensor : checkpoint.tensors()) {
            entries.add(TensorEntry.of(tensor.name(), tensor.type(), tensor.shape()));
        }
        return Header.of(checkpoint.metadata(), entries);
    }

    private static byte[] data(Checkpoint checkpoint, Header header) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (TensorEntry entry : header.tensors()) {
            data.write(bytes(checkpoint.get(entry.name())));
        }
        return data.toByteArray();
    }
}
