package org.initweights.report.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.*;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.initweights.Weights;
import org.initweights.report.InitReport;
import org.initweights.report.internal.chart.Tone;
import org.junit.jupiter.api.Test;

class PngReportTest {

    @Test
    void drawsDataInTheirColour() throws IOException {
        Weights weights =
                Weights.of(w -> w.tensor("a.weight", normal(0, 1), 20, 30).tensor("b.weight", normal(0, 2), 20, 20));
        byte[] png = InitReport.of(weights.initialize(1).parameters()).png();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(1520);
        assertThat(pixels(image, Tone.MEASURED)).isGreaterThan(400);
        assertThat(pixels(image, Tone.BACKWARD)).isGreaterThan(100);
        assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(Tone.PAPER.light());
    }

    private static int pixels(BufferedImage image, Tone tone) {
        int pixels = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                pixels += (image.getRGB(x, y) & 0xFFFFFF) == tone.light() ? 1 : 0;
            }
        }
        return pixels;
    }
}
