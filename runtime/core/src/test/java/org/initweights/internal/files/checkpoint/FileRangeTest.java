package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.initweights.testing.TricklingChannel;
import org.junit.jupiter.api.Test;

class FileRangeTest {

    private final TricklingChannel channel = new TricklingChannel((byte) 9, (byte) 9, (byte) 9);

    @Test
    void writesAndReadsAllHoweverLittleTheChannelDoesAtOnce() throws IOException {
        FileRange range = new FileRange(channel, 1).from(1);

        range.write(ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8}).position(1));

        assertThat(channel.bytes()).containsExactly(9, 9, 1, 2, 3, 4, 5, 6, 7, 8);
        ByteBuffer read = ByteBuffer.allocate(9).position(1).limit(8);
        range.from(1).read(read);
        assertThat(read.array()).containsExactly(0, 2, 3, 4, 5, 6, 7, 8, 0);
    }

    @Test
    void saysWhereTheFileEnds() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> new FileRange(channel, 1).read(ByteBuffer.allocate(3)))
                .withMessage("the file ends at 3");
    }
}
