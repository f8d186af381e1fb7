package org.initweights.internal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.initweights.DType;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.ForwardingStorage;
import org.initweights.internal.tensor.LittleEndian;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How elements are written piece by piece: 65,536 are one. */
class PieceWriterTest {

    /** A storage that one thread at a time may write. */
    private record OfOneThread(Storage target) implements ForwardingStorage {

        @Override
        public boolean isConcurrent() {
            return false;
        }

        @Override
        public void put(long offset, float[] values, int count) {
            target.put(offset, values, count);
        }

        @Override
        public void put(long offset, double[] values, int count) {
            target.put(offset, values, count);
        }
    }

    private static PieceWriter writer(Storage target, Workers workers) {
        TensorShape shape = TensorShape.of(target.length());
        return new PieceWriter(new CopiedFill(Path.of("base.safetensors"), "w", shape, 1, 0), target, workers);
    }

    private static void count(long from, double[] values) {
        Arrays.setAll(values, i -> from + i);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0, 1",
        "0, 65535",
        "0, 65536",
        "0, 65537",
        "0, 140000",
        "40000, 60000",
        "131072, 131073",
        "70000, 70000"
    })
    void eachElementIsWrittenAtItsPlaceAndNoOther(int begin, int end) {
        double[] written = new double[140_000];
        Arrays.fill(written, -1);

        writer(new DoubleArrayStorage(written), Workers.CALLER).write(begin, end, PieceWriterTest::count);

        for (int i = 0; i < written.length; i++) {
            assertThat(written[i]).isEqualTo(i < begin || i >= end ? -1 : i);
        }
    }

    @Test
    void allWorkersWriteWhatSeveralThreadsMay() {
        int[] given = {0};
        Workers counting = (pieces, work) -> {
            given[0] += pieces;
            Workers.CALLER.run(pieces, work);
        };
        Storage target = new DoubleArrayStorage(new double[200_000]);

        writer(target, counting).write(PieceWriterTest::count);
        assertThat(given[0]).isEqualTo(4);

        writer(new OfOneThread(target), counting).write(PieceWriterTest::count);
        assertThat(given[0]).isEqualTo(4);
    }

    /** 65520 is half way from 65504, the largest half float, to where the next would be. */
    @Test
    void whatWouldBeInfiniteIsRefusedByItsElement() {
        Storage target = LittleEndian.storage(DType.F16, ByteBuffer.allocate(200_000));
        PieceWriter writer = writer(target, Workers.CALLER);

        writer.put(70_000, new double[] {-65519.99, Double.NEGATIVE_INFINITY, Double.NaN});
        assertThat(target.get(70_000)).isEqualTo(-65504);
        assertThat(target.get(70_001)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(target.get(70_002)).isNaN();
        for (double value : new double[] {65520, -65520, 1e300}) {
            assertThatExceptionOfType(InitializationException.class)
                    .isThrownBy(() -> writer.put(70_000, new double[] {1, 2, value}))
                    .withMessageContaining("gives " + value + " at element 70002, which F16 cannot hold;"
                            + " keep the parameter in BF16 or F32")
                    .withMessageContaining("[WeightsOverflow]");
        }
    }
}
