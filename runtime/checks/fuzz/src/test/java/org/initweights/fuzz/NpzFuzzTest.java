package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.initweights.io.CheckpointException;
import org.initweights.io.StoredWeights;
import org.initweights.io.WeightTensor;

/**
 * Archives of arrays: where Java's own reader and {@link PlainNpy} read them, the arrays are the same. An input that does not begin as
 * an archive is an entry of one, so that its checksum is right; its first byte says how it is compressed.
 */
class NpzFuzzTest {

    private static final Path FILE = Scratch.folder().resolve("arrays.npz");
    private static final int MOST = 1 << 12;

    @FuzzTest
    @DictionaryEntries({
        "PK\u0003\u0004",
        "PK\u0001\u0002",
        "PK\u0005\u0006",
        "PK\u0006\u0006",
        "PK\u0006\u0007",
        "w.npy",
        "(2, 3), }"
    })
    void archive(byte[] input) {
        Trial.of(this, "archive", input, () -> {
            boolean isArchive = input.length > 1 && input[0] == 'P' && input[1] == 'K';
            Files.write(FILE, isArchive || input.length == 0 ? input : archived(input));
            Map<String, PlainNpy.Array> actual = new TreeMap<>();
            Map<String, Long> larger = new HashMap<>();
            try (StoredWeights weights = StoredWeights.open(FILE)) {
                for (WeightTensor tensor : weights.tensors()) {
                    if (tensor.bytes() <= MOST) {
                        add(tensor, actual);
                    } else {
                        larger.put(tensor.name(), tensor.bytes());
                    }
                }
            } catch (CheckpointException e) {
                assertThat(e).message().startsWith(FILE + ": ").hasSizeLessThan(2000);
                assertThat(isArchive || input.length == 0).as(e.getMessage()).isTrue();
                return;
            }
            actual.keySet().removeAll(larger.keySet());
            compare(actual);
            if (!isArchive && input.length > 0) {
                Optional<PlainNpy.Array> only = PlainNpy.read(Arrays.copyOfRange(input, 1, input.length));
                only.ifPresent(array -> assertThat(actual).containsEntry("w", array));
            }
        });
    }

    /** Adds an array, unless its bytes are not as the archive says. */
    private static void add(WeightTensor tensor, Map<String, PlainNpy.Array> arrays) throws IOException {
        try {
            arrays.put(tensor.name(), NpyFuzzTest.array(tensor));
        } catch (CheckpointException e) {
            assertThat(e).message().startsWith(FILE + ": ").hasSizeLessThan(2000);
        }
    }

    private static byte[] archived(byte[] input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(input[0] % 2 == 0 ? 0 : 6);
            zip.putNextEntry(new ZipEntry("w.npy"));
            zip.write(input, 1, input.length - 1);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** With what Java reads, if it reads the archive; it refuses more than we do. */
    private static void compare(Map<String, PlainNpy.Array> actual) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, PlainNpy.Array> expected = new TreeMap<>();
        try (ZipFile zip = new ZipFile(FILE.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                counts.merge(entry.getName(), 1, Integer::sum);
                try (InputStream stream = zip.getInputStream(entry)) {
                    PlainNpy.read(stream.readNBytes(MOST)).ifPresent(array -> expected.put(entry.getName(), array));
                } catch (IOException e) {
                    // An entry that Java cannot read is not compared.
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return;
        }
        expected.forEach((name, array) -> {
            String tensor = name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name;
            if (counts.get(name) == 1 && actual.containsKey(tensor)) {
                assertThat(actual).containsEntry(tensor, array);
            }
        });
    }
}
