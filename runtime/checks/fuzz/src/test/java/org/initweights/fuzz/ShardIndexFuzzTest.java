package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.initweights.io.Checkpoint;
import org.initweights.io.CheckpointException;
import org.initweights.io.CheckpointTensor;

/**
 * Indexes of several files, beside two files that are there and one in the folder around them: opened are those that say of each tensor of
 * the files that they name where it is, and nothing else; no other file is read.
 */
class ShardIndexFuzzTest {

    private static final Path FOLDER = Scratch.folder();
    private static final Path INDEX = FOLDER.resolve("inner/model.safetensors.index.json");

    private static final String SAVE = "0123456789abcdef0123456789abcdef";

    /** The tensors of each file. */
    private static final Map<String, Set<String>> SHARDS =
            Map.of("a.safetensors", Set.of("x", "y"), "b.safetensors", Set.of("z"));

    static {
        try {
            Files.createDirectories(INDEX.getParent());
            SHARDS.forEach((shard, tensors) -> write(INDEX.resolveSibling(shard), tensors));
            write(FOLDER.resolve("outside.safetensors"), Set.of("secret"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Set<String> tensors) {
        StringBuilder header = new StringBuilder("{\"__metadata__\":{\"save_id\":\"" + SAVE + "\"}");
        int at = 0;
        for (String tensor : tensors) {
            header.append(
                    ",\"" + tensor + "\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[" + at + "," + ++at + "]}");
        }
        try {
            Files.write(file, PlainSafetensors.file((header + "}").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FuzzTest
    @DictionaryEntries({
        "\"weight_map\":{",
        "\"x\":\"a.safetensors\"",
        "\"y\":\"a.safetensors\"",
        "\"z\":\"b.safetensors\"",
        "../outside.safetensors",
        "\"metadata\":{",
        "\"save_id\":\"0123456789abcdef0123456789abcdef\"",
        "\"secret\":"
    })
    void index(byte[] input) {
        Trial.of(this, "index", input, () -> {
            Optional<Map<String, String>> expected = PlainJson.read(input).flatMap(ShardIndexFuzzTest::places);
            Files.write(INDEX, input);
            try (Checkpoint checkpoint = Checkpoint.open(INDEX)) {
                Map<String, String> actual = new TreeMap<>();
                for (CheckpointTensor tensor : checkpoint.tensors()) {
                    assertThat(tensor.file().getParent()).isEqualTo(INDEX.getParent());
                    actual.put(tensor.name(), tensor.file().getFileName().toString());
                }
                assertThat(Optional.of(actual)).isEqualTo(expected);
            } catch (CheckpointException e) {
                assertThat(expected).as(e.getMessage()).isEmpty();
                assertThat(e).message().startsWith(FOLDER.toString()).hasSizeLessThan(2000);
            } catch (FileSystemException e) {
                // Names that are too long have no exception of their own.
                assertThat(expected).as(e.getMessage()).isEmpty();
                assertThat(Path.of(e.getFile()).getParent()).isEqualTo(INDEX.getParent());
            }
        });
    }

    /** The file of each tensor, if the index is sound. */
    private static Optional<Map<String, String>> places(Object index) {
        if (!(index instanceof Map<?, ?> members) || !(members.get("weight_map") instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        if (members.containsKey("metadata")) {
            if (!(members.get("metadata") instanceof Map<?, ?> metadata)) {
                return Optional.empty();
            }
            Object save = metadata.get("save_id");
            if (save != null && (!(save instanceof String) || (!map.isEmpty() && !save.equals(SAVE)))) {
                return Optional.empty();
            }
        }
        Map<String, String> places = new TreeMap<>();
        Set<String> there = new HashSet<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getValue() instanceof String shard) || !SHARDS.containsKey(shard)) {
                return Optional.empty();
            }
            places.put((String) entry.getKey(), shard);
            SHARDS.get(shard).forEach(tensor -> there.add(shard + tensor));
        }
        Set<String> said = new HashSet<>();
        places.forEach((tensor, shard) -> said.add(shard + tensor));
        return said.equals(there) ? Optional.of(places) : Optional.empty();
    }
}
