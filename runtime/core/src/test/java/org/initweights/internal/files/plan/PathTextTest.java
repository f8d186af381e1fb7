package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.initweights.internal.files.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathTextTest {

    @TempDir
    private Path folder;

    @Test
    void pathsOfTheSystemAreRelativeToAFolder() {
        assertThat(PathText.of(Path.of("base.safetensors"))).isEqualTo("base.safetensors");
        assertThat(PathText.read("base.safetensors", folder)).isEqualTo(folder.resolve("base.safetensors"));
        assertThat(PathText.read(folder.resolve("base").toString(), Path.of("other")))
                .isEqualTo(folder.resolve("base"));
    }

    @Test
    void pathsInAnArchiveSayWhichItIs() throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("models.zip").toUri());
        Path inside;
        String text;
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            inside = zip.getPath("/base.safetensors");
            text = PathText.of(inside);
            assertThat(text).isEqualTo(archive + "!/base.safetensors");
            assertThat(PathText.read(text, folder)).isEqualTo(inside);
        }
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> PathText.read(text, folder))
                .withMessageContaining("is in an archive that is not open");
    }
}
