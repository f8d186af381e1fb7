package org.initweights.report.internal.image;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.initweights.report.Totals;
import org.initweights.report.Warning;
import org.initweights.report.internal.ReportContents;
import org.initweights.report.internal.chart.ModelCharts;
import org.initweights.report.internal.chart.Scene;
import org.initweights.report.internal.chart.Tone;

/** Title, totals, the first warnings, and the pictures of all layers, one under the other. */
final class HeadPicture {

    /** How many pixels a unit of a scene is. */
    private static final int SCALE = 2;

    private static final int MARGIN = 32;
    private static final int WIDTH = 760;
    private static final int LINE = 20;
    private static final int MOST_WARNINGS = 8;

    private final Graphics2D graphics;
    private int y = MARGIN;

    private HeadPicture(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static byte[] draw(ReportContents report) {
        Scene deviations = ModelCharts.deviations(report.parameters(), WIDTH - 2 * MARGIN);
        Scene signal = ModelCharts.signal(report.parameters(), WIDTH - 2 * MARGIN);
        int lines = 9 + Math.min(MOST_WARNINGS + 1, report.warnings().size());
        int height = 2 * MARGIN + lines * LINE + deviations.height() + signal.height();
        BufferedImage image = new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
        graphics.setColor(ScenePainter.color(Tone.PAPER));
        graphics.fillRect(0, 0, WIDTH, height);
        new HeadPicture(graphics).paint(report, deviations, signal);
        graphics.dispose();
        return png(image);
    }

    private void paint(ReportContents report, Scene deviations, Scene signal) {
        line(report.options().title(), Font.BOLD, 24, Tone.INK);
        line(Totals.of(report.parameters()).toString(), Font.PLAIN, 13, Tone.MUTED);
        line(report.options().note(), Font.PLAIN, 13, Tone.MUTED);
        List<Warning> warnings = report.warnings();
        line(
                warnings.isEmpty() ? "No warnings" : "Warnings",
                Font.BOLD,
                13,
                warnings.isEmpty() ? Tone.GOOD : Tone.WARNING);
        for (Warning warning : warnings.subList(0, Math.min(MOST_WARNINGS, warnings.size()))) {
            line(words(warning), Font.PLAIN, 12, Tone.INK);
        }
        if (warnings.size() > MOST_WARNINGS) {
            line("and " + (warnings.size() - MOST_WARNINGS) + " more", Font.PLAIN, 12, Tone.MUTED);
        }
        y += LINE;
        picture("Standard deviation per layer", deviations);
        picture(
                "Factor on the variance of the signal per layer, "
                        + ModelCharts.assumption(report.options().activation()),
                signal);
    }

    /** The id first, since the end of a long line is cut. */
    private static String words(Warning warning) {
        String parameter = warning.parameter().map(name -> name + ": ").orElse("");
        return warning.kind().id() + "  " + parameter + warning.message();
    }

    private void picture(String caption, Scene scene) {
        line(caption, Font.BOLD, 13, Tone.INK);
        graphics.setFont(font(Font.PLAIN, 11));
        new ScenePainter(graphics).paint(scene, MARGIN, y);
        y += scene.height() + LINE;
    }

    /** A line, cut where the picture ends; nothing, if there is no text. */
    private void line(String text, int style, int size, Tone tone) {
        if (text.isEmpty()) {
            return;
        }
        graphics.setFont(font(style, size));
        graphics.setColor(ScenePainter.color(tone));
        graphics.drawString(fitting(text), MARGIN, y + size);
        y += Math.max(LINE, size + 12);
    }

    private String fitting(String text) {
        int width = WIDTH - 2 * MARGIN;
        if (graphics.getFontMetrics().stringWidth(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && graphics.getFontMetrics().stringWidth(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
