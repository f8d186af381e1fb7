package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tensor of several names is found under each of them, and saved under the first. */
class TiedTensorTest {

    @TempDir
    private Path folder;

    private static Parameters tied() {
        float[] shared = new float[6];
        return Parameters.of(p -> p.tensor("wte.weight", shared, normal(0, 1), 3, 2)
                .tensor("lm_head.weight", shared, normal(0, 1), 3, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wte.weight", "lm_head.weight"})
    void aTiedTensorLoadsUnderEachOfItsNames(String name) throws IOException {
        Path file = folder.resolve("tied.safetensors");
        Parameters theirs = NamedTensors.saved(file, Map.of(name, new long[] {3, 2}));
        Parameters ours = tied();
        assertThat(ours.load(file).loaded()).containsExactly("wte.weight");
        assertThat(SampleParameters.values(ours.get("wte.weight")))
                .isEqualTo(SampleParameters.values(theirs.get(name)));
    }

    @Test
    void tiedTensorsThatDifferInTheFileAreRefused() throws IOException {
        Path same = folder.resolve("same.safetensors");
        Path differ = folder.resolve("differ.safetensors");
        Map<String, long[]> both = Map.of("wte.weight", new long[] {3, 2}, "lm_head.weight", new long[] {3, 2});
        Parameters theirs = NamedTensors.model(both);
        theirs.save(same);
        NamedTensors.saved(differ, both);
        assertThat(tied().load(same).loaded()).containsExactly("wte.weight");
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> tied().load(differ))
                .withMessageContaining("lm_head.weight: other elements than wte.weight, which is loaded");
    }

    @Test
    void aTiedTensorIsSavedOnceWithItsOtherNames() throws IOException {
        Path file = folder.resolve("tied.safetensors");
        Parameters parameters = tied();
        parameters.initialize(1);
        parameters.save(file);
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            assertThat(checkpoint.tensors()).extracting(CheckpointTensor::name).containsExactly("wte.weight");
            assertThat(checkpoint.metadata()).containsEntry("lm_head.weight", "wte.weight");
        }
        tied().save(file, SaveOptions.withoutMetadata());
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            assertThat(checkpoint.metadata()).isEmpty();
        }
    }
}
