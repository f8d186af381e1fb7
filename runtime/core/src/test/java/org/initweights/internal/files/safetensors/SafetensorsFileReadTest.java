package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.initweights.TensorShape;
import org.initweights.io.CheckpointException;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data of a file, which is counted from the end of its header. */
class SafetensorsFileReadTest {

    @TempDir
    private Path folder;

    private Path write(byte... data) throws IOException {
        byte[] header = Header.of(Map.of(), List.of(TensorEntry.of("a", ElementType.U8, TensorShape.of(data.length))))
                .encoded();
        byte[] bytes = Arrays.copyOf(header, header.length + data.length);
        System.arraycopy(data, 0, bytes, header.length, data.length);
        return Files.write(folder.resolve("a.safetensors"), bytes);
    }

    @Test
    void isReadFromAnyPlaceOn() throws IOException {
        Path path = write((byte) 1, (byte) 2, (byte) 3, (byte) 4);
        SafetensorsFile file = SafetensorsFile.open(path);
        assertThat(file.path()).isEqualTo(path);
        ByteBuffer target = ByteBuffer.allocate(4).position(1).limit(3);
        file.read(2, target);
        assertThat(target.array()).containsExactly(0, 3, 4, 0);
        file.close();
        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> file.read(0, target.clear()));
    }

    @Test
    void mayHaveBecomeShorter() throws IOException {
        Path path = write((byte) 1, (byte) 2, (byte) 3, (byte) 4);
        long size = Files.size(path);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            file.checkReaches(4);
            Files.write(path, Arrays.copyOf(Files.readAllBytes(path), (int) size - 1));

            file.checkReaches(3);
            String message = path + ": it ends at byte " + (size - 1) + ", before its header says";
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> file.checkReaches(4))
                    .withMessage(message);
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> file.read(1, ByteBuffer.allocate(3)))
                    .withMessage(message);
        }
    }
}
