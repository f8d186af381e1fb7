package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An archive is read from, and not written to: that is refused with what to do instead, and leaves nothing in it. */
class ArchiveTargetTest {

    @TempDir
    private Path folder;

    /** Something that writes a file. */
    @FunctionalInterface
    interface Writing {
        void to(Path file, Parameters parameters) throws IOException;
    }

    static Stream<Writing> writings() {
        return Stream.of(
                (file, parameters) -> parameters.save(file),
                (file, parameters) -> Safetensors.write(parameters, file),
                (file, parameters) -> Npz.write(parameters, file),
                (file, parameters) -> Npz.writeCompressed(parameters, file),
                (file, parameters) -> Npy.write(parameters.get("w"), file),
                (file, parameters) -> Plan.of(parameters).write(file),
                (file, parameters) -> Plan.of(parameters).initialize(file, RandomSource.seeded(1)));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void isRefusedWithItsCure(Writing writing) throws IOException {
        Parameters parameters = SampleParameters.floats("w", 3, 2);
        Path archive = folder.resolve("weights.jar");
        try (FileSystem jar = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> writing.to(jar.getPath("/weights"), parameters))
                    .withMessageContaining("write to a folder, and copy the file from there with Files.copy");
            try (Stream<Path> files = Files.list(jar.getPath("/"))) {
                assertThat(files).isEmpty();
            }
        }
    }
}
