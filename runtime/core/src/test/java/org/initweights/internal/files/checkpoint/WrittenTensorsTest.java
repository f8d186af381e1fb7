package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.io.CheckpointException;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tensors a file, full of random bytes. */
class WrittenTensorsTest {

    private static final List<Parameter> PARAMETERS = List.of(
            PlannedTensors.of("a", DType.F32, 3),
            PlannedTensors.of("b", DType.F16, 5),
            PlannedTensors.of("empty", DType.F64, 0),
            PlannedTensors.of("c", DType.F64, 2),
            // Longer than what is read at once.
            PlannedTensors.of("long", DType.BF16, 1100, 1000));

    @TempDir
    private Path folder;

    private FileLayout layout;
    private List<Path> files;
    private final Map<String, Long> checksums = new HashMap<>();

    @BeforeEach
    void write() throws IOException {
        layout =
                PlannedTensors.layout(folder, PARAMETERS, SaveOptions.defaults().withShardsOf(30));
        files = layout.shards().stream().map(FileLayout.Shard::partial).toList();
        assertThat(files).hasSizeGreaterThan(1);
        Random random = new Random(1);
        for (int i = 0; i < files.size(); i++) {
            byte[] bytes = new byte[(int) layout.shards().get(i).bytes()];
            random.nextBytes(bytes);
            Files.write(files.get(i), bytes);
        }
        for (Parameter parameter : PARAMETERS) {
            checksums.put(parameter.name(), checksum(parameter));
        }
    }

    private long checksum(Parameter parameter) throws IOException {
        FileLayout.Section place = layout.place(parameter);
        byte[] bytes = Files.readAllBytes(files.get(place.shard()));
        return PlannedTensors.checksum(bytes, place);
    }

    @Test
    void haveTheChecksumsOfTheirBytes() throws IOException {
        try (WrittenTensors written = new WrittenTensors(layout, files)) {
            for (Parameter parameter : PARAMETERS) {
                assertThat(written.checksum(parameter)).as(parameter.name()).isEqualTo(checksum(parameter));
            }
            written.verify(PARAMETERS, checksums);
        }
    }

    /** Each byte of the small ones, and some of the long one: the tensor that has it is named, and no other. */
    @Test
    void aChangedByteIsThatOfItsTensor() throws IOException {
        for (Parameter parameter : PARAMETERS) {
            FileLayout.Section place = layout.place(parameter);
            Path file = files.get(place.shard());
            for (long at = 0; at < place.bytes(); at += 1 + place.bytes() / 50) {
                flip(file, place.begin() + at);

                assertThatExceptionOfType(CheckpointException.class)
                        .isThrownBy(this::verify)
                        .withMessage(file + ": tensor \"" + parameter.name()
                                + "\": its elements were changed since the journal called it complete"
                                + "; begin anew with InitializeOptions.startOver()");
                flip(file, place.begin() + at);
            }
        }
        verify();
    }

    @Test
    void whatTheJournalDoesNotCallCompleteMayBeAnything() throws IOException {
        FileLayout.Section place = layout.place(PARAMETERS.get(0));
        flip(files.get(place.shard()), place.begin());
        checksums.remove("a");

        verify();
    }

    @Test
    void saysWhenTheFileEndsBefore() throws IOException {
        FileLayout.Section place = layout.place(PARAMETERS.get(4));
        Path file = files.get(place.shard());
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) (place.begin() + place.bytes() - 1)));

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::verify)
                .withMessageStartingWith(file + ": tensor \"long\": it was complete, but the file ends at ")
                .withMessageEndingWith("begin anew with InitializeOptions.startOver()");
    }

    private void verify() throws IOException {
        try (WrittenTensors written = new WrittenTensors(layout, files)) {
            written.verify(PARAMETERS, checksums);
        }
    }

    private static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 1;
        Files.write(file, bytes);
    }
}
