package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.initweights.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file is longer than the page at both ends, and full of bytes 0x55. */
class MemoryPageTest {

    private static final int BEFORE = 5;
    private static final int ELEMENTS = 4;

    private final PagePool pool = new PagePool(PagePool.LEAST_MEMORY);

    @TempDir
    private Path folder;

    private Path file;
    private FileChannel channel;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("page");
        Files.write(file, filled());
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
    }

    @Test
    void nothingIsInTheFileBeforeItLeaves() throws IOException {
        MemoryPage page = page(DType.F32);

        page.put(0, 4, floats(1, 2, 3, 4));

        assertThat(file).hasBinaryContent(filled());
        page.leave();
        assertThat(file).hasBinaryContent(filled(1, 2, 3, 4));
    }

    @Test
    void whatComesLaterIsWrittenInPlace() throws IOException {
        MemoryPage page = page(DType.F32);
        page.put(0, 4, floats(1, 2, 3, 4));
        page.leave();

        page.put(1, 2, floats(-5, -6));

        assertThat(file).hasBinaryContent(filled(1, -5, -6, 4));
    }

    @Test
    void comesBackToBeRead() throws IOException {
        MemoryPage page = page(DType.F32);
        page.put(0, 4, floats(1, 2, 3, 4));
        page.leave();
        page.put(3, 1, floats(9));

        assertThat(page.<Double>read(values -> values.get(2))).isEqualTo(3);
        assertThat(page.<Double>read(values -> values.get(3))).isEqualTo(9);

        page.put(0, 1, floats(8));
        assertThat(file).as("it is in memory again").hasBinaryContent(filled(1, 2, 3, 9));
        page.leave();
        assertThat(file).hasBinaryContent(filled(8, 2, 3, 9));
    }

    /** Another process cannot see it; but it would cost as much as writing everything twice. */
    @Test
    void isWrittenOnlyIfItWasChanged() throws IOException {
        MemoryPage page = page(DType.F32);
        page.put(0, 4, floats(1, 2, 3, 4));
        page.leave();
        page.read(values -> values);
        Files.write(file, filled(7, 7, 7, 7));

        page.leave();

        assertThat(file).hasBinaryContent(filled(7, 7, 7, 7));
    }

    @ParameterizedTest
    @EnumSource
    void isLittleEndianInEveryType(DType dtype) throws IOException {
        MemoryPage page = page(dtype);

        page.put(0, 4, (target, from) -> target.put(from, new double[] {1, -2, dtype.isInteger() ? 5 : 0.5, 0}, 4));
        page.leave();

        ByteBuffer bytes =
                ByteBuffer.wrap(filled()).order(ByteOrder.LITTLE_ENDIAN).position(BEFORE);
        switch (dtype) {
            case I32 -> bytes.putInt(1).putInt(-2).putInt(5).putInt(0);
            case I64 -> bytes.putLong(1).putLong(-2).putLong(5).putLong(0);
            case F64 -> bytes.putDouble(1).putDouble(-2).putDouble(0.5).putDouble(0);
            case F32 -> bytes.putFloat(1).putFloat(-2).putFloat(0.5f).putFloat(0);
            case F16 ->
                bytes.putShort((short) 0x3C00)
                        .putShort((short) 0xC000)
                        .putShort((short) 0x3800)
                        .putShort((short) 0);
            case BF16 ->
                bytes.putShort((short) 0x3F80)
                        .putShort((short) 0xC000)
                        .putShort((short) 0x3F00)
                        .putShort((short) 0);
        }
        assertThat(file).hasBinaryContent(bytes.array());
    }

    /** Then the pool has lost room, and whoever waits for some hears why. */
    @Test
    void aFailureToReadIsThatOfThePool() throws IOException {
        MemoryPage page = page(DType.F32);
        page.put(0, 4, floats(1, 2, 3, 4));
        page.leave();
        channel.close();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> page.read(values -> values.get(0)))
                .withCauseInstanceOf(ClosedChannelException.class);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(pool::take)
                .withCauseInstanceOf(ClosedChannelException.class);
    }

    private MemoryPage page(DType dtype) {
        return new MemoryPage(new FileRange(channel, BEFORE), dtype, ELEMENTS, pool);
    }

    private static MemoryPage.Values floats(float... values) {
        return (target, from) -> target.put(from, values, values.length);
    }

    /** The file, with floats where the page is. */
    private static byte[] filled(float... values) {
        byte[] bytes = new byte[60];
        Arrays.fill(bytes, (byte) 0x55);
        ByteBuffer page = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(BEFORE);
        for (float value : values) {
            page.putFloat(value);
        }
        return bytes;
    }
}
