package org.initweights.internal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.testing.BaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What new rows and new elements are drawn from, and where they are put. */
class ResizeKernelTest {

    @TempDir
    private Path folder;

    private final NamedParts sampler = new NamedParts();

    private double[] resized(double[] elements, int rows, long... dims) throws IOException {
        Path file = new BaseFile().doubles("w", elements, dims).write(folder.resolve("w.safetensors"));
        ResizedFill fill = new ResizedFill(file, "w", TensorShape.of(dims), rows);
        double[] written = new double[(int) (rows * fill.columns())];
        try (SourceTensor source = SourceTensor.open(fill)) {
            ResizeKernel.write(new DoubleArrayStorage(written), fill, source, sampler);
        }
        return written;
    }

    /** So that a row is the same however many there are to be. */
    @Test
    void eachNewRowIsAPartThatIsNamedByItsFirstElement() throws IOException {
        double[] old = {1, 2, 3, 5, 8, 4, 7, 1};

        double[] written = resized(old, 4 + 150, 4, 2);

        List<Long> expected =
                LongStream.range(4, 154).map(row -> row * 2).boxed().toList();
        assertThat(sampler.parts()).isEqualTo(expected);
        assertThat(Arrays.copyOf(written, 8)).isEqualTo(old);
        for (int row = 5; row < 154; row++) {
            assertThat(written[2 * row]).isEqualTo(written[8]).isCloseTo(4.75, within(1e-3));
            assertThat(written[2 * row + 1]).isEqualTo(written[9]).isCloseTo(3, within(1e-3));
        }
    }

    /** 70,001 numbers from 0 on have a mean of half the last one. */
    @Test
    void newElementsOfALongBiasAreAboutTheMeanOfAll() throws IOException {
        double[] old = new double[70_001];
        Arrays.setAll(old, i -> i);

        double[] written = resized(old, 70_004, 70_001);

        assertThat(sampler.parts()).containsExactly(70_001L);
        assertThat(Arrays.copyOf(written, 70_001)).isEqualTo(old);
        double std = Math.sqrt(70_001.0 * 70_002 / 12);
        assertThat(Arrays.copyOfRange(written, 70_001, 70_004)).containsOnly(written[70_001]);
        assertThat(written[70_001] - 35_000).isCloseTo(1e-9 * std, within(1e-10));
    }

    @Test
    void nothingIsDrawnIfNothingIsNewOrNothingVaries() throws IOException {
        assertThat(resized(new double[] {1, 2, 3, 5}, 1, 2, 2)).containsExactly(1, 2);
        assertThat(resized(new double[] {3, 3, 3}, 5, 3)).containsExactly(3, 3, 3, 3, 3);
        assertThat(sampler.parts()).isEmpty();
    }
}
