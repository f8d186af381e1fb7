package org.initweights.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.initweights.statistics.words.WordSelection;
import org.initweights.statistics.words.WordSource;
import org.junit.jupiter.api.Test;

class RawWordsTest {

    @Test
    void writesLittleEndianWordsUntilThePipeIsClosed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RawWords.write(WordSelection.SINGLE.open(42), failingAfter(100_000, "Broken pipe", out));

        ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        WordSource words = WordSelection.SINGLE.open(42).words();
        assertThat(bytes.remaining()).isGreaterThanOrEqualTo(100_000);
        while (bytes.hasRemaining()) {
            assertThat(bytes.getInt()).isEqualTo(words.next());
        }
    }

    @Test
    void saysWhenItCannotWrite() {
        assertThatThrownBy(() -> RawWords.write(
                        WordSelection.SINGLE.open(42),
                        failingAfter(1, "No space left on device", new ByteArrayOutputStream())))
                .hasMessage("No space left on device");
    }

    @Test
    void saysHowItIsCalled() {
        assertThatThrownBy(() -> RawWords.main(new String[0])).hasMessage("usage: RawWords selection [seed]");
    }

    private static WritableByteChannel failingAfter(int bytes, String message, ByteArrayOutputStream out) {
        WritableByteChannel channel = Channels.newChannel(out);
        return new WritableByteChannel() {
            @Override
            public int write(ByteBuffer source) throws IOException {
                if (out.size() >= bytes) {
                    throw new IOException(message);
                }
                return channel.write(source);
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }
}
