package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initweights.TensorShape;
import org.initweights.io.CheckpointException;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardIndexTest {

    private static final SaveId SAVE = new SaveId("0123456789abcdef0123456789abcdef");

    @TempDir
    private Path folder;

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("model.safetensors.index.json"), json.replace('\'', '"'));
    }

    /** In the order and with the indentation of Python's {@code json.dumps(index, indent=2, sort_keys=True)} and a line's end. */
    @Test
    void isTextAsHuggingFaceWritesIt() throws IOException {
        ShardPlan plan = ShardPlan.of(
                List.of(
                        TensorEntry.of("b", ElementType.U8, TensorShape.of(4)),
                        TensorEntry.of("c", ElementType.F32, TensorShape.of(1)),
                        TensorEntry.of("a", ElementType.U8, TensorShape.of(3))),
                8);
        ShardedTensors tensors = ShardedTensors.of(plan);
        assertThat(tensors).isEqualTo(new ShardedTensors(Map.of("b", 0, "c", 0, "a", 1), 11));
        assertThat(plan.isSingle()).isFalse();

        String text =
                tensors.index(List.of(Path.of("x/one.safetensors"), Path.of("x/two.safetensors")), Optional.of(SAVE));

        assertThat(text).isEqualTo("""
                {
                  "metadata": {
                    "save_id": "0123456789abcdef0123456789abcdef",
                    "total_size": 11
                  },
                  "weight_map": {
                    "a": "two.safetensors",
                    "b": "one.safetensors",
                    "c": "one.safetensors"
                  }
                }
                """);
        ShardIndex read = ShardIndex.read(write(text));
        assertThat(read.save()).hasValue(SAVE);
        assertThat(read.files())
                .isEqualTo(Map.of("a", "two.safetensors", "b", "one.safetensors", "c", "one.safetensors"));
        assertThat(read.shards()).containsExactly("one.safetensors", "two.safetensors");
        assertThat(new ObjectMapper().readTree(new ShardIndex(Map.of(), Optional.empty()).text(5)))
                .isEqualTo(new ObjectMapper().readTree("{\"metadata\":{\"total_size\":5},\"weight_map\":{}}"));
    }

    @Test
    void ofAnotherToolHasNoIdentity() throws IOException {
        assertThat(ShardIndex.read(write("{'weight_map': {'a': 'x.safetensors'}}"))
                        .save())
                .isEmpty();
        assertThat(ShardIndex.read(write("{'metadata': {'total_size': 1}, 'weight_map': {}}"))
                        .save())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x.safetensors", "..\\\\x.safetensors", "c:x.safetensors", "x\\u001f.safetensors", "x.bin", ""
            })
    void namesFilesBesideIt(String name) throws IOException {
        Path file = write("{'weight_map': {'a': 'good one.safetensors', 'b': '" + name + "'}}");
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> ShardIndex.read(file))
                .withMessageContaining("is not the name of a file beside the index");
        assertThat(ShardIndex.namesBeside(file)).hasValue(Set.of("good one.safetensors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[]", "{'weight_map': 3}", "{'weight_map': {'a': 3}}"})
    void isRefusedIfItIsNone(String text) throws IOException {
        Path file = write(text);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> ShardIndex.read(file))
                .withMessageStartingWith(file + ": it is no index of a checkpoint: ");
        assertThat(ShardIndex.namesBeside(file)).isEmpty();
    }

    @Test
    void isARegularFile() throws IOException {
        Path index = Files.createDirectory(folder.resolve("model.safetensors.index.json"));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> ShardIndex.read(index))
                .withMessageStartingWith(index + ": ");
    }
}
