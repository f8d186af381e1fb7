package org.initweights.report.internal.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initweights.internal.message.Notation;
import org.initweights.report.CoordinateVerdict;
import org.initweights.report.LayerCoordinates;
import org.initweights.report.internal.chart.Mark.Anchor;
import org.initweights.report.internal.chart.Mark.Dot;
import org.initweights.report.internal.chart.Mark.Label;
import org.initweights.report.internal.chart.Mark.Polyline;
import org.initweights.report.internal.chart.Mark.Segment;
import org.initweights.report.internal.chart.Mark.Stroke;
import org.initweights.report.internal.chart.Mark.Symbol;

/** The sizes of coordinates against the width, both on logarithmic scales: a line a layer, flat if it is stable. */
public final class CoordinateChart {

    private static final int HEIGHT = 260;
    private static final int LEGEND = 12;
    private static final int LINE = 13;
    private static final int LETTER = 7;
    private static final int MOST_LETTERS = 16;
    private static final int MOST_LABELS = 15;
    private static final double LEAST_RANGE = 10;

    private CoordinateChart() {}

    /** The picture. */
    public static Scene of(String title, List<LayerCoordinates> layers, int width) {
        int labels = Math.min(
                MOST_LETTERS,
                layers.stream().mapToInt(layer -> layer.layer().length()).max().orElse(0));
        Frame frame = new Frame(48, 34, width - 14 - labels * LETTER, HEIGHT - 24);
        List<Integer> widths = layers.get(0).widths();
        Axis x = new LogAxis(widths.get(0), widths.get(widths.size() - 1), frame.left() + 8, frame.right() - 8);
        Axis y = sizes(layers, frame);
        List<Mark> marks = new ArrayList<>(legend(layers, frame.left()));
        marks.addAll(frame.horizontalGrid(y));
        marks.addAll(base(frame, x, widths));
        layers.forEach(layer -> marks.addAll(line(layer, x, y)));
        marks.addAll(names(layers, frame, y));
        return new Scene(width, HEIGHT, title, description(layers), marks);
    }

    private static String description(List<LayerCoordinates> layers) {
        return String.join(
                "; ",
                layers.stream()
                        .map(layer -> layer.layer() + " " + layer.judgement() + ", from "
                                + Notation.measured(layer.sizes().get(0)) + " to "
                                + Notation.measured(
                                        layer.sizes().get(layer.sizes().size() - 1)))
                        .toList());
    }

    private static Tone tone(LayerCoordinates layer) {
        if (!layer.passes()) {
            return Tone.EXPECTED;
        }
        return layer.verdict() == CoordinateVerdict.STABLE ? Tone.MEASURED : Tone.BACKWARD;
    }

    private static Symbol symbol(LayerCoordinates layer) {
        return layer.verdict() == CoordinateVerdict.STABLE ? Symbol.CIRCLE : Symbol.DIAMOND;
    }

    /** One entry for each judgement that there is. */
    private static List<Mark> legend(List<LayerCoordinates> layers, double left) {
        List<Mark> marks = new ArrayList<>();
        Set<String> told = new HashSet<>();
        double x = left;
        for (LayerCoordinates layer : layers) {
            String judgement = layer.judgement();
            if (told.add(judgement)) {
                marks.add(new Dot(new Point(x + 4, LEGEND), 4, symbol(layer), "", tone(layer)));
                marks.add(new Label(x + 14, LEGEND + 4, Anchor.START, judgement, Tone.INK));
                x += 32 + 6.6 * judgement.length();
            }
        }
        return marks;
    }

    /** A vertical axis of a decade or more, on which what is stable looks flat. */
    private static Axis sizes(List<LayerCoordinates> layers, Frame frame) {
        double[] positive = layers.stream()
                .flatMap(layer -> layer.sizes().stream())
                .mapToDouble(size -> size)
                .filter(size -> size > 0 && Double.isFinite(size))
                .toArray();
        if (positive.length == 0) {
            return LogAxis.around(positive, frame.bottom(), frame.top());
        }
        double least = Arrays.stream(positive).min().orElseThrow();
        double largest = Arrays.stream(positive).max().orElseThrow();
        double wider = Math.max(1, StrictMath.sqrt(LEAST_RANGE * least / largest));
        return LogAxis.around(new double[] {least / wider, largest * wider}, frame.bottom(), frame.top());
    }

    /** The base line with the widths under it, as far as there is room from right to left. */
    private static List<Mark> base(Frame frame, Axis x, List<Integer> widths) {
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Segment(frame.left(), frame.bottom(), frame.right(), frame.bottom(), Stroke.HAIRLINE, Tone.MUTED));
        double free = Double.POSITIVE_INFINITY;
        for (int i = widths.size() - 1; i >= 0; i--) {
            double place = x.place(widths.get(i));
            String number = Notation.count(widths.get(i));
            double half = number.length() * LETTER / 2.0;
            marks.add(new Segment(place, frame.bottom(), place, frame.bottom() + 3, Stroke.HAIRLINE, Tone.MUTED));
            if (place + half <= free) {
                marks.add(new Label(place, frame.bottom() + 15, Anchor.MIDDLE, number, Tone.MUTED));
                free = place - half;
            }
        }
        return marks;
    }

    private static List<Mark> line(LayerCoordinates layer, Axis x, Axis y) {
        List<Mark> marks = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        Tone tone = tone(layer);
        for (int i = 0; i < layer.widths().size(); i++) {
            double size = layer.sizes().get(i);
            Point point = new Point(x.place(layer.widths().get(i)), y.place(Double.isNaN(size) ? 0 : size));
            points.add(point);
            marks.add(new Dot(
                    point,
                    3.2,
                    symbol(layer),
                    layer.layer() + ", width " + Notation.count(layer.widths().get(i)) + ": " + Notation.measured(size),
                    tone));
        }
        marks.add(0, new Polyline(points, tone));
        return marks;
    }

    /** The names at the ends of the lines, one under the other where the lines are near; of many layers those that are not as they should be. */
    private static List<Mark> names(List<LayerCoordinates> layers, Frame frame, Axis y) {
        List<LayerCoordinates> named = layers.stream()
                .filter(layer -> layers.size() <= MOST_LABELS || !layer.passes())
                .sorted(Comparator.comparingDouble((LayerCoordinates layer) -> -last(layer)))
                .limit(MOST_LABELS)
                .toList();
        List<Mark> marks = new ArrayList<>();
        double lowest = frame.top() - LINE;
        for (int i = 0; i < named.size(); i++) {
            double room = frame.bottom() - (named.size() - 1 - i) * LINE;
            double place = Math.max(lowest + LINE, Math.min(room, y.place(last(named.get(i)))));
            marks.add(new Label(
                    frame.right() + 4,
                    place + 4,
                    Anchor.START,
                    shortened(named.get(i).layer()),
                    tone(named.get(i))));
            lowest = place;
        }
        return marks;
    }

    private static double last(LayerCoordinates layer) {
        double size = layer.sizes().get(layer.sizes().size() - 1);
        return Double.isNaN(size) ? 0 : size;
    }

    /** The end of a long name, which tells layers apart. */
    private static String shortened(String name) {
        return name.length() <= MOST_LETTERS ? name : "…" + name.substring(name.length() - MOST_LETTERS + 1);
    }
}
