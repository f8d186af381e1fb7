package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.initweights.DType;
import org.initweights.InitializationException;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PagedStorageTest {

    private static final int BEGIN = 24;

    /** Two and a half times what the memory holds, and no whole number of pages. */
    private static final int LENGTH = 655_000;

    @TempDir
    private Path folder;

    /** What is put at random, over the ends of pages, is what a plain array has. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isAnArray(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        float[] expected = new float[LENGTH];
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        try (FileChannel channel = open()) {
            PagedStorage storage = new PagedStorage(new FileRange(channel, BEGIN), DType.F32, LENGTH, pool);
            for (int first = 0; first < LENGTH; first += 50_000) {
                put(storage, expected, first, Math.min(50_000, LENGTH - first), random);
            }
            for (int i = 0; i < 150; i++) {
                int count = random.nextInt(random.nextInt(8) == 0 ? 60_000 : 700);
                put(storage, expected, random.nextInt(LENGTH - count), count, random);
                int index = random.nextInt(LENGTH);
                assertThat(storage.get(index)).isEqualTo(expected[index]);
            }
            ByteBuffer encoded = ByteBuffer.allocate(40_000 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            storage.encode(100_001, 40_000, encoded);
            assertThat(encoded.flip()).isEqualTo(bytes(expected, 100_001, 40_000));

            pool.writeAll(Workers.CALLER);
        }

        byte[] written = Files.readAllBytes(folder.resolve("tensor"));
        assertThat(written).hasSize(BEGIN + LENGTH * Float.BYTES);
        assertThat(ByteBuffer.wrap(written, BEGIN, LENGTH * Float.BYTES).slice())
                .isEqualTo(bytes(expected, 0, LENGTH));
    }

    /** By its place in the parameter, which is on the second page. */
    @Test
    void refusesWhatIsNoIntegerOfItsType() throws IOException {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        try (FileChannel channel = open()) {
            PagedStorage storage = new PagedStorage(new FileRange(channel, BEGIN), DType.I32, LENGTH, pool);
            storage.put(300_000, new double[] {7, -8}, 2);
            assertThat(storage.get(300_001)).isEqualTo(-8);
            assertThatExceptionOfType(InitializationException.class)
                    .isThrownBy(() -> storage.put(300_000, new double[] {7, 2.5}, 2))
                    .withMessageContaining("element 300001 would be 2.5, which is no int");
        }
    }

    private static void put(PagedStorage storage, float[] expected, int from, int count, SplittableRandom random) {
        float[] values = new float[count + 3];
        double[] wide = new double[count + 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt();
            wide[i] = values[i];
        }
        if (random.nextBoolean()) {
            storage.put(from, values, count);
        } else {
            storage.put(from, wide, count);
        }
        System.arraycopy(values, 0, expected, from, count);
    }

    @Test
    void manyThreadsMayWriteAtOnce() throws IOException {
        int parts = 500;
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        try (FileChannel channel = open()) {
            PagedStorage storage = new PagedStorage(new FileRange(channel, 0), DType.F32, LENGTH, pool);
            Workers.COMMON_POOL.run(parts, part -> {
                int from = (int) ((long) LENGTH * part / parts);
                int to = (int) ((long) LENGTH * (part + 1) / parts);
                float[] values = new float[to - from];
                for (int i = 0; i < values.length; i++) {
                    values[i] = from + i;
                }
                storage.put(from, values, values.length);
            });
            pool.writeAll(Workers.COMMON_POOL);
        }

        ByteBuffer written =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("tensor"))).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < LENGTH; i++) {
            if (written.getFloat() != i) {
                throw new AssertionError("element " + i + " is another one");
            }
        }
        assertThat(written.hasRemaining()).isFalse();
    }

    @Test
    void refusesWhatIsBeyondItsEnd() throws IOException {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        try (FileChannel channel = open()) {
            PagedStorage storage = new PagedStorage(new FileRange(channel, 0), DType.F64, 10, pool);

            assertThat(storage.length()).isEqualTo(10);
            assertThat(storage.dtype()).isEqualTo(DType.F64);
            assertThat(storage.precision()).isEqualTo(Precision.DOUBLE);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> storage.put(8, new double[3], 3));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> storage.put(-1, new float[3], 3));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> storage.get(10));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> storage.encode(9, 2, ByteBuffer.allocate(16)));
        }
    }

    private static ByteBuffer bytes(float[] values, int from, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values, from, count);
        return bytes;
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                folder.resolve("tensor"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
