package org.initweights.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.initweights.testing.TricklingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeReadTest {

    @TempDir
    private Path folder;

    private static IOException end(long bytes) {
        return new EOFException("after " + bytes);
    }

    @Test
    void fillsTheRestOfABuffer() throws IOException {
        TricklingChannel file = new TricklingChannel((byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5);
        ByteBuffer target = ByteBuffer.allocate(8).position(2).limit(7);

        WholeRead.of(file, 1, target, WholeReadTest::end);

        assertThat(target.array()).containsExactly(0, 0, 1, 2, 3, 4, 5, 0);
        assertThat(target.hasRemaining()).isFalse();
        WholeRead.of(file, 100, target, WholeReadTest::end);
    }

    @Test
    void saysWhereTheFileEnds() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() ->
                        WholeRead.of(new TricklingChannel(new byte[7]), 3, ByteBuffer.allocate(5), WholeReadTest::end))
                .withMessage("after 7");
    }

    /** More than a channel is asked for at once. */
    @Test
    void readsMegabytes() throws IOException {
        byte[] bytes = new byte[(5 << 19) + 7];
        new Random(1).nextBytes(bytes);
        ByteBuffer target = ByteBuffer.allocate(bytes.length - 10);
        try (FileChannel channel =
                FileChannel.open(Files.write(folder.resolve("file"), bytes), StandardOpenOption.READ)) {
            WholeRead.of(channel, 10, target, WholeReadTest::end);
        }
        assertThat(target.array()).isEqualTo(Arrays.copyOfRange(bytes, 10, bytes.length));
    }
}
