package org.initweights.samples.djl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initweights.samples.djl.Training.Result;

/** The losses of several trainings as one picture, SVG: epochs to the right, cross-entropy upwards, both from 0. */
final class LossChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int RIGHT = 490;
    private static final int TOP = 60;
    private static final int BOTTOM = 365;

    /** What a network pays that finds all digits equally likely. */
    private static final double GUESSING = Math.log(10);

    private static final String STYLE = """
            text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #57606a }
            .title { font-size: 16px; font-weight: 600; fill: #1f2328 }
            .name { font-weight: 600; fill: #1f2328 }
            .tick { text-anchor: end }
            .below { text-anchor: middle }
            .grid { stroke: #d0d7de }
            .guess { stroke: #57606a; stroke-dasharray: 2 4 }
            .curve { fill: none; stroke-width: 2.2; stroke-linejoin: round }
            .c0 { stroke: #0969da }
            .c1 { stroke: #1a7f37 }
            .c2 { stroke: #bc4c00 }
            .c3 { stroke: #8250df }
            .c4 { stroke: #cf222e; stroke-dasharray: 7 7 }
            @media (prefers-color-scheme: dark) {
              text { fill: #9198a1 }
              .title, .name { fill: #f0f6fc }
              .grid { stroke: #3d444d }
              .guess { stroke: #9198a1 }
              .c0 { stroke: #4493f8 }
              .c1 { stroke: #3fb950 }
              .c2 { stroke: #db6d28 }
              .c3 { stroke: #ab7df8 }
              .c4 { stroke: #f85149 }
            }
            """;

    private final Map<Start, Result> results;
    private final int epochs;
    private final double highest;

    /** A picture of these trainings, all of the same number of epochs. */
    LossChart(Map<Start, Result> results) {
        this.results = results;
        this.epochs = results.values().iterator().next().losses().size();
        double most = results.values().stream()
                .flatMap(result -> result.losses().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        // Up to the next half, so that no curve is cut off.
        this.highest = Math.ceil(2 * Math.max(most, GUESSING)) / 2;
    }

    /** The picture. */
    String svg() {
        String title = "The same 30-layer perceptron, five starts: loss on digits of 8 × 8 pixels";
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH, HEIGHT, WIDTH, HEIGHT, title));
        svg.append(format("<title>%s</title>%n<style>%n%s</style>%n", title, STYLE));
        svg.append(format("<text class=\"title\" x=\"0\" y=\"20\">%s</text>%n", title));
        svg.append(
                format(
                        "<text x=\"0\" y=\"44\">cross-entropy of the training digits, mean of each epoch; ReLU, SGD with momentum 0.9, learning rate 0.003</text>%n"));
        axes(svg);
        int place = 0;
        for (Map.Entry<Start, Result> entry : results.entrySet()) {
            curve(svg, place, entry.getValue().losses());
            legend(svg, place++, entry.getKey(), entry.getValue());
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (int half = 0; half <= 2 * highest; half++) {
            double loss = half / 2.0;
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n",
                    LEFT, y(loss), RIGHT, y(loss)));
            svg.append(format("<text class=\"tick\" x=\"%d\" y=\"%.1f\">%.1f</text>%n", LEFT - 8, y(loss) + 4, loss));
        }
        for (int epoch = 0; epoch <= epochs; epoch += 10) {
            svg.append(format("<text class=\"below\" x=\"%.1f\" y=\"%d\">%d</text>%n", x(epoch), BOTTOM + 20, epoch));
        }
        svg.append(
                format("<text class=\"below\" x=\"%.1f\" y=\"%d\">epoch</text>%n", (LEFT + RIGHT) / 2.0, BOTTOM + 42));
        svg.append(format(
                "<line class=\"guess\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n",
                LEFT, y(GUESSING), RIGHT + 12, y(GUESSING)));
        svg.append(format("<text x=\"%d\" y=\"%.1f\">ln 10, guessing</text>%n", RIGHT + 18, y(GUESSING) + 4));
    }

    private void curve(StringBuilder svg, int place, List<Double> losses) {
        String points = IntStream.range(0, losses.size())
                .mapToObj(i -> format("%.1f,%.1f", x(i + 1), y(losses.get(i))))
                .collect(Collectors.joining(" "));
        svg.append(format("<polyline class=\"curve c%d\" points=\"%s\"/>%n", place, points));
    }

    private static void legend(StringBuilder svg, int place, Start start, Result result) {
        int y = TOP + 92 + 44 * place;
        svg.append(format(
                "<line class=\"curve c%d\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
                place, RIGHT + 30, y, RIGHT + 62, y));
        svg.append(format("<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>%n", RIGHT + 70, y + 4, start.label()));
        svg.append(format(
                "<text x=\"%d\" y=\"%d\">ends at %.3f, test %.0f %% right</text>%n",
                RIGHT + 70, y + 21, result.loss(), 100 * result.accuracy()));
    }

    private double x(int epoch) {
        return LEFT + (RIGHT - LEFT) * (double) epoch / epochs;
    }

    private double y(double loss) {
        return BOTTOM - (BOTTOM - TOP) * loss / highest;
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern.replace("%n", "\n"), arguments);
    }
}
