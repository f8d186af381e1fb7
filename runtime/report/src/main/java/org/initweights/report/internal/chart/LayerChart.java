package org.initweights.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import org.initweights.internal.message.Notation;
import org.initweights.report.internal.chart.Mark.Anchor;
import org.initweights.report.internal.chart.Mark.Dot;
import org.initweights.report.internal.chart.Mark.Label;

/** Numbers of each layer, on a logarithmic scale, from the first layer to the last. */
final class LayerChart {

    private static final int HEIGHT = 220;
    private static final int LEGEND = 12;
    private static final int NOTE = 31;

    private LayerChart() {}

    /** What is shown of each layer: numbers that are not positive lie on the lower edge. */
    record Series(String name, Mark.Symbol symbol, Tone tone, List<Double> values) {}

    /**
     * The picture.
     *
     * @param width how wide it is: that of a phone, or more
     * @param series those that are drawn first lie under the others; NaN where a layer has no such number
     */
    static Scene of(int width, String title, String description, List<String> layers, List<Series> series) {
        Frame frame = new Frame(48, 34, width - 8, HEIGHT - 24);
        List<Mark> marks = new ArrayList<>(legend(series, frame.left()));
        if (!layers.isEmpty()) {
            double[] all = series.stream()
                    .flatMap(one -> one.values().stream())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            Axis y = LogAxis.around(all, frame.bottom(), frame.top());
            Runs runs = new Runs(layers.size());
            LayerColumns columns = new LayerColumns(layers, frame, runs);
            marks.addAll(note(runs, frame.left()));
            marks.addAll(frame.horizontalGrid(y));
            marks.addAll(columns.parts());
            series.forEach(one -> marks.addAll(dots(one, layers, columns, y)));
        }
        return new Scene(width, HEIGHT, title, description, marks);
    }

    private static List<Mark> legend(List<Series> series, double left) {
        List<Mark> marks = new ArrayList<>();
        double x = left;
        for (Series one : series) {
            marks.add(new Dot(new Point(x + 4, LEGEND), 4, one.symbol(), "", one.tone()));
            marks.add(new Label(x + 14, LEGEND + 4, Anchor.START, one.name(), Tone.INK));
            x += 32 + 6.6 * one.name().length();
        }
        return marks;
    }

    /** Says which layers are drawn, if not all are. */
    private static List<Mark> note(Runs runs, double left) {
        return runs.isSingle()
                ? List.of()
                : List.of(new Label(
                        left,
                        NOTE,
                        Anchor.START,
                        "least and largest of every " + runs.length() + " layers",
                        Tone.MUTED));
    }

    private static List<Mark> dots(Series series, List<String> layers, LayerColumns columns, Axis y) {
        List<Mark> marks = new ArrayList<>();
        columns.runs().drawn(series.values()).forEach(i -> {
            double value = series.values().get(i);
            marks.add(new Dot(
                    new Point(columns.middle(i), y.place(value)),
                    series.symbol() == Mark.Symbol.BAR ? columns.radius() + 1.5 : columns.radius(),
                    series.symbol(),
                    layers.get(i) + ": " + series.name() + " " + Notation.measured(value),
                    series.tone()));
        });
        return marks;
    }
}
