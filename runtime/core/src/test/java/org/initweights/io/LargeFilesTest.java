package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.initweights.collect.TensorType;
import org.initweights.internal.files.safetensors.Header;
import org.initweights.internal.files.safetensors.TensorEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of more than 2 GB, and tensors of more than 2³¹ bytes: by the profile {@code large-files}. */
@Tag("large-files")
class LargeFilesTest {

    private static final long MOST_BYTES_ALLOCATED = 64 << 20;

    @TempDir
    private Path folder;

    /** 5.2 GB, of which nearly nothing is on the disk. */
    @Test
    void readsASparseFileOfFiveGigabytes() throws IOException {
        Path file = folder.resolve("sparse.safetensors");
        long elements = 1_300_000_000;
        Header header = Header.of(
                Map.of(),
                List.of(
                        TensorEntry.of("big", ElementType.F32, TensorShape.of(elements)),
                        TensorEntry.of("z", ElementType.F32, TensorShape.of(1))));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            byte[] start = header.encoded();
            channel.write(ByteBuffer.wrap(start));
            channel.write(floats(1.5f, 2.5f), start.length + header.dataBytes() - 8);
        }
        long before = allocated();
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            assertThat(checkpoint.get("big").bytes()).isEqualTo(5_200_000_000L);
            double[] last = new double[1000];
            checkpoint.get("big").read(elements - 1000, last);
            assertThat(last[999]).isEqualTo(1.5);
            assertThat(last[998]).isZero();
            double[] behind = new double[1];
            checkpoint.get("z").read(0, behind);
            assertThat(behind).containsExactly(2.5);
        }
        assertThat(allocated() - before).isLessThan(MOST_BYTES_ALLOCATED);
    }

    /** 2.8 GB, on the disk: a tensor whose elements are computed, so that no memory is needed for them. */
    @Test
    void savesAndLoadsATensorOfMoreThanTwoGigabytes() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Parameters parameters = SampleParameters.collect(p -> p.add(
                "big",
                TensorType.adapted(new ComputedTensor()),
                new Object(),
                TensorShape.of(ComputedTensor.ELEMENTS),
                Initializers.zeros()));
        parameters.save(file);
        assertThat(Files.size(file)).isGreaterThan(4 * ComputedTensor.ELEMENTS);
        assertThat(parameters.load(file).loaded()).containsExactly("big");
    }

    private static ByteBuffer floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.flip();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** Refuses every value but its own. */
    private static final class ComputedTensor implements TensorAdapter<Object> {

        private static final long ELEMENTS = 700_000_001;

        @Override
        public Object allocate(TensorShape shape) {
            return new Object();
        }

        @Override
        public long elements(Object tensor) {
            return ELEMENTS;
        }

        @Override
        public double get(Object tensor, long index) {
            return (int) (index ^ (index >>> 20)) & 0xFFFFFF;
        }

        @Override
        public void put(Object tensor, long offset, float[] values, int count) {
            for (int i = 0; i < count; i++) {
                if (values[i] != (float) get(tensor, offset + i)) {
                    throw new AssertionError("element " + (offset + i) + " is " + values[i]);
                }
            }
        }
    }
}
