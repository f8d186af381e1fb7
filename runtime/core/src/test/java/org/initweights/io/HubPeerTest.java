package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.initweights.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code tests/test_serialization.py} of huggingface_hub asserts of shards, indices and folders; the tests have the names that they
 * have there. Its tensors have one integer of 8 bytes, these one {@code double}.
 */
class HubPeerTest {

    private static final SaveOptions SHARDED = SaveOptions.defaults().withShardsOf(30);

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void name() {
        model = folder.resolve("model.safetensors");
    }

    private static Parameters layers(int count) {
        return Parameters.of(p -> {
            for (int i = 1; i <= count; i++) {
                p.tensor("layer_" + i, new double[] {i}, normal(0, 1), 1);
            }
        });
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** {@code test_single_shard} and {@code test_multiple_shards}. */
    @ParameterizedTest
    @CsvSource({"100, 'layer_1 layer_2 layer_3 layer_4 layer_5'", "10, 'layer_1|layer_3|layer_2|layer_4 layer_5'"})
    void testMultipleShards(long most, String expected) throws IOException {
        int[] sizes = {6, 10, 30, 2, 2};
        Parameters parameters = Parameters.of(p -> {
            for (int i = 0; i < sizes.length; i++) {
                p.tensor("layer_" + (i + 1), new float[sizes[i]], normal(0, 1), sizes[i]);
            }
        });
        parameters.save(model, SaveOptions.defaults().withShardsOf(most * Float.BYTES));
        List<String> shards = new ArrayList<>();
        for (String file : files()) {
            if (file.endsWith(".safetensors")) {
                try (Checkpoint checkpoint = Checkpoint.open(folder.resolve(file))) {
                    shards.add(String.join(
                            " ",
                            checkpoint.tensors().stream()
                                    .map(CheckpointTensor::name)
                                    .toList()));
                }
            }
        }
        assertThat(String.join("|", shards)).isEqualTo(expected);
    }

    @Test
    void testSaveTorchStateDictNotSharded() throws IOException {
        layers(5).save(model, SaveOptions.defaults().withShardsOf(1_000_000_000));
        assertThat(files()).containsExactly("model.safetensors");
    }

    @Test
    void testSaveTorchStateDictSharded() throws IOException {
        layers(5).save(model, SHARDED);
        assertThat(files())
                .containsExactly(
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json");
        String index = Files.readString(folder.resolve("model.safetensors.index.json"));
        assertThat(index.replaceAll("\\s", ""))
                .contains("\"total_size\":40")
                .contains("\"layer_1\":\"model-00001-of-00002.safetensors\"")
                .contains("\"layer_2\":\"model-00001-of-00002.safetensors\"")
                .contains("\"layer_3\":\"model-00001-of-00002.safetensors\"")
                .contains("\"layer_4\":\"model-00002-of-00002.safetensors\"")
                .contains("\"layer_5\":\"model-00002-of-00002.safetensors\"");
    }

    private static Parameters sharedLayers() {
        double[] shared = {4};
        return Parameters.of(p -> p.tensor("shared_1", shared, normal(0, 1), 1)
                .tensor("unique_1", new double[] {10}, normal(0, 1), 1)
                .tensor("unique_2", new double[] {30}, normal(0, 1), 1)
                .tensor("shared_2", shared, normal(0, 1), 1));
    }

    @Test
    void testSaveTorchStateDictSharedLayersNotSharded() throws IOException {
        sharedLayers().save(model);
        try (Checkpoint checkpoint = Checkpoint.open(model)) {
            assertThat(checkpoint.tensors()).extracting(CheckpointTensor::name).doesNotContain("shared_2");
            assertThat(checkpoint.metadata()).containsEntry("shared_2", "shared_1");
        }
    }

    /** The names of shared layers are in the metadata of the files, which the index' {@code save_id} holds together. */
    @Test
    void testSaveTorchStateDictSharedLayersSharded() throws IOException {
        sharedLayers().save(model, SaveOptions.defaults().withShardsOf(2));
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.tensors())
                    .extracting(CheckpointTensor::name)
                    .containsExactlyInAnyOrder("shared_1", "unique_1", "unique_2");
            assertThat(checkpoint.metadata()).containsEntry("shared_2", "shared_1");
        }
        Parameters again = sharedLayers();
        again.initialize(1);
        again.load(folder);
        assertThat(again.get("shared_1").get(0)).isEqualTo(4);
    }

    /** Also {@code test_load_torch_model_with_filename_pattern}. */
    @Test
    void testSaveTorchStateDictCustomFilename() throws IOException {
        Path variant = folder.resolve("model.variant.safetensors");
        layers(5).save(variant);
        assertThat(files()).containsExactly("model.variant.safetensors");
        layers(5).save(variant, SHARDED);
        assertThat(files())
                .containsExactly(
                        "model.variant-00001-of-00002.safetensors",
                        "model.variant-00002-of-00002.safetensors",
                        "model.variant.safetensors.index.json");
        assertThat(layers(5).load(variant).loaded()).hasSize(5);
    }

    /** The other index is empty there; here one that cannot be read may name any file, so that nothing would be removed. */
    @Test
    void testSaveTorchStateDictDeleteExistingFiles() throws IOException {
        layers(5).save(model, SaveOptions.defaults().withShardsOf(16));
        Files.createFile(folder.resolve("pytorch_model.bin"));
        Files.writeString(
                folder.resolve("pytorch_model.bin.index.json"),
                "{\"metadata\":{},\"weight_map\":{\"w\":\"pytorch_model-00001-of-00003.bin\"}}");
        Files.createFile(folder.resolve("pytorch_model-00001-of-00003.bin"));
        assertThat(files()).hasSize(7);
        layers(5).save(model);
        assertThat(files())
                .containsExactly(
                        "model.safetensors",
                        "pytorch_model-00001-of-00003.bin",
                        "pytorch_model.bin",
                        "pytorch_model.bin.index.json");
    }

    /** {@code test_load_state_dict_from_file}, {@code test_load_sharded_state_dict}, {@code test_load_from_directory_not_sharded}. */
    @ParameterizedTest
    @ValueSource(longs = {30, 1_000_000})
    void testLoadShardedStateDict(long most) throws IOException {
        layers(5).save(model, SaveOptions.defaults().withShardsOf(most));
        for (Path path : List.of(folder, model)) {
            Parameters loaded = layers(5);
            loaded.initialize(1);
            loaded.load(path);
            for (int i = 1; i <= 5; i++) {
                assertThat(loaded.get("layer_" + i).get(0)).isEqualTo(i);
            }
        }
    }

    @Test
    void testLoadStateDictMissingFile() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> layers(1).load(folder.resolve("nonexistent.safetensors")));
    }

    /** {@code test_load_torch_model_directory_does_not_exist} and {@code …_does_not_contain_checkpoint}. */
    @Test
    void testLoadTorchModelDirectoryDoesNotExist() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> layers(1).load(folder.resolve("does_not_exist")));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> layers(1).load(folder))
                .withMessageContaining(folder.toString());
    }

    /** {@code test_load_sharded_model_strict_mode}, both ways. */
    @Test
    void testLoadShardedModelStrictMode() throws IOException {
        layers(6).save(model, SHARDED);
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> layers(5).load(folder))
                .withMessageContaining("layer_6: no parameter of the model");
        assertThat(layers(5).load(folder, LoadOptions.lenient()).skipped())
                .extracting(Mismatch::name)
                .containsExactly("layer_6");
    }
}
