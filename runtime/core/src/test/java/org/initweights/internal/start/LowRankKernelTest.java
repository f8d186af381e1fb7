package org.initweights.internal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.LowRankMethod;
import org.initweights.internal.fill.LowRankPart;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.work.Workers;
import org.initweights.testing.BaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest numbers that are split. */
class LowRankKernelTest {

    @TempDir
    private Path folder;

    private double[] rowsOfA(double largest) throws IOException {
        TensorShape shape = TensorShape.of(2, 2);
        Path file = new BaseFile()
                .doubles("w", new double[] {largest, 0, 0, 1}, 2, 2)
                .write(folder.resolve("w.safetensors"));
        LowRankFill fill = new LowRankFill(file, "w", shape, LowRankMethod.OLORA, LowRankPart.A, 1, 1);
        double[] written = new double[2];
        try (SourceTensor source = SourceTensor.open(fill)) {
            LowRankKernel.write(new DoubleArrayStorage(written), fill, source, Workers.CALLER);
        }
        return written;
    }

    /** The first row of R is the first row of the matrix, since its first column has one element that is not 0. */
    @Test
    void areSplitUpToTheirLimit() throws IOException {
        assertThat(rowsOfA(1e100)).containsExactly(1e100, 0);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> rowsOfA(Math.nextUp(1e100)))
                .withMessageContaining("of no more than 1.0E100, but row 0 of the tensor has " + Math.nextUp(1e100));
    }
}
