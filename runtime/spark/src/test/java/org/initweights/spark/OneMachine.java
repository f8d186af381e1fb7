package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.InitializeOptions;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.Checkpoint;
import org.initweights.io.CheckpointTensor;
import org.initweights.io.SaveOptions;

/** The checkpoint that one machine makes of a plan, by other code: {@link Plan#initialize}. */
record OneMachine(Path folder) {

    static OneMachine of(Plan plan, RandomSource source, SaveOptions files) throws IOException {
        Path folder = Files.createTempDirectory("one");
        plan.initialize(
                folder.resolve("model.safetensors"),
                source,
                InitializeOptions.defaults().withFiles(files));
        return new OneMachine(folder);
    }

    /** The other folder has these files, byte for byte, and none but hidden ones besides. */
    void assertSameFiles(Path other) throws IOException {
        assertThat(names(other)).isEqualTo(names(folder));
        for (String name : names(folder)) {
            assertThat(Files.mismatch(folder.resolve(name), other.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
        assertNothingLeft(other);
    }

    /** The other folder is a checkpoint of the same tensors, whatever its files are called. */
    void assertSameTensors(Path other) throws IOException {
        try (Checkpoint expected = Checkpoint.open(folder);
                Checkpoint found = Checkpoint.open(other)) {
            assertThat(names(found)).isEqualTo(names(expected));
            for (CheckpointTensor tensor : expected.tensors()) {
                double[] values = new double[(int) tensor.shape().elements()];
                double[] same = new double[values.length];
                tensor.read(0, values);
                found.get(tensor.name()).read(0, same);
                assertThat(same).as(tensor.name()).isEqualTo(values);
            }
        }
    }

    static void assertNothingLeft(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("."))
                    .isSubsetOf(".initweights.manifest");
        }
    }

    /** No reader finds a checkpoint. */
    static void assertNoCheckpoint(Path folder) throws IOException {
        assertThat(names(folder)).doesNotContain("model.safetensors", "model.safetensors.index.json");
    }

    static Set<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> names(Checkpoint checkpoint) {
        return checkpoint.tensors().stream()
                .map(CheckpointTensor::name)
                .sorted()
                .toList();
    }
}
