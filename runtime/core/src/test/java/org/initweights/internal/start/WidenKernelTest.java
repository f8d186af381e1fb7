package org.initweights.internal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.initweights.TensorShape;
import org.initweights.internal.fill.WidenedFill;
import org.initweights.internal.fill.WidenedSide;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.work.Workers;
import org.initweights.testing.BaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels of tensors that are too large to be read at once. */
class WidenKernelTest {

    private static final int CHANNELS = 300;
    private static final int WIDTH = 311;

    @TempDir
    private Path folder;

    /** What [outer, CHANNELS, run] becomes. */
    private double[] widened(double[] elements, int outer, int run, WidenedSide side) throws IOException {
        return widened(elements, TensorShape.of(outer, CHANNELS, run), WIDTH, side);
    }

    private double[] widened(double[] elements, TensorShape shape, int width, WidenedSide side) throws IOException {
        Path file = new BaseFile().doubles("w", elements, shape.dims()).write(folder.resolve("w.safetensors"));
        WidenedFill fill = new WidenedFill(file, "w", shape, 1, width, side, "layer", 1);
        double[] written = new double[elements.length / (int) shape.size(1) * width];
        try (SourceTensor source = SourceTensor.open(fill)) {
            WidenKernel.write(new DoubleArrayStorage(written), fill, source, Workers.CALLER);
        }
        return written;
    }

    /** Each new channel is one of the old ones, at all its places; which, its first element tells. */
    @Test
    void outChannelsAreWholeCopies() throws IOException {
        int outer = 3;
        int run = 251;
        double[] old =
                new Random(1).doubles((long) outer * CHANNELS * run, -1, 1).toArray();
        double[] written = widened(old, outer, run, WidenedSide.OUT);
        for (int channel = 0; channel < WIDTH; channel++) {
            int origin = 0;
            while (old[origin * run] != written[channel * run]) {
                origin++;
            }
            assertThat(origin).isLessThan(CHANNELS);
            if (channel < CHANNELS) {
                assertThat(origin).isEqualTo(channel);
            }
            for (int i = 0; i < outer; i++) {
                for (int k = 0; k < run; k++) {
                    assertThat(written[(i * WIDTH + channel) * run + k])
                            .isEqualTo(old[(i * CHANNELS + origin) * run + k]);
                }
            }
        }
    }

    /** What meets the same input everywhere gives the same output. */
    @Test
    void inChannelsSumToWhatTheyWere() throws IOException {
        int outer = 2;
        int run = 250;
        double[] old =
                new Random(2).doubles((long) outer * CHANNELS * run, -1, 1).toArray();
        double[] written = widened(old, outer, run, WidenedSide.IN);
        for (int i = 0; i < outer; i++) {
            for (int k = 0; k < run; k++) {
                double before = 0;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    before += old[(i * CHANNELS + channel) * run + k];
                }
                double after = 0;
                for (int channel = 0; channel < WIDTH; channel++) {
                    after += written[(i * WIDTH + channel) * run + k];
                }
                assertThat(after).isCloseTo(before, within(1e-12));
            }
        }
    }

    /** Of 8,000 copies each of 8 channels has 1,000 with a standard deviation of 30. */
    @Test
    void eachOldChannelIsAsLikelyAsTheOthers() throws IOException {
        double[] written = widened(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, TensorShape.of(1, 8), 8_008, WidenedSide.OUT);
        int[] copies = new int[8];
        for (int i = 8; i < written.length; i++) {
            copies[(int) written[i]]++;
        }
        for (int count : copies) {
            assertThat(count).isBetween(850, 1150);
        }
    }
}
