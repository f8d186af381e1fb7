package org.initweights.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.Fill;
import org.initweights.internal.message.Notation;
import org.initweights.report.Histogram;
import org.initweights.report.ParameterReport;
import org.initweights.report.internal.chart.Mark.Area;
import org.initweights.report.internal.chart.Mark.Polyline;
import org.initweights.report.internal.chart.Mark.Segment;
import org.initweights.report.internal.chart.Mark.Stroke;
import org.initweights.report.internal.law.ElementDistribution;

/** The histogram of a parameter with the expected density over it. */
public final class HistogramChart {

    private static final int WIDTH = 340;
    private static final int HEIGHT = 168;
    private static final Frame FRAME = new Frame(12, 10, WIDTH - 12, HEIGHT - 22);
    private static final int CURVE_POINTS = 80;

    /** The width of the bar where all elements are the same. */
    private static final double SINGLE_BAR = 4;

    private HistogramChart() {}

    /** The picture. */
    public static Scene of(ParameterReport parameter) {
        Histogram histogram = parameter.histogram();
        List<Mark> marks = new ArrayList<>();
        if (histogram.highest() > 0) {
            Axis x = axis(histogram, parameter.fill(), FRAME.left(), FRAME.right());
            Optional<ElementDistribution> expected = parameter.fill().map(ElementDistribution::of);
            double highest = Math.max(
                    density(histogram), expected.map(law -> highest(law, x)).orElse(0.0));
            Axis y = new LinearAxis(0, highest, FRAME.bottom(), FRAME.top(), 1);
            marks.add(new Area(outline(histogram, x, FRAME, density(histogram) / highest), Tone.MEASURED));
            marks.addAll(FRAME.base(x));
            expected.filter(law -> highest(law, x) > 0).ifPresent(law -> marks.add(curve(law, x, y)));
            parameter.fill().filter(fill -> fill.std() == 0).ifPresent(fill -> marks.add(line(fill, x)));
        }
        return new Scene(WIDTH, HEIGHT, "Histogram of " + parameter.name(), description(parameter), marks);
    }

    /** The outline alone, as small as a word. */
    public static Scene sparkline(ParameterReport parameter) {
        Frame frame = new Frame(0, 1, 72, 20);
        Histogram histogram = parameter.histogram();
        List<Mark> marks = new ArrayList<>();
        if (histogram.highest() > 0) {
            marks.add(new Area(
                    outline(histogram, axis(histogram, Optional.empty(), frame.left(), frame.right()), frame, 1),
                    Tone.MEASURED));
        }
        return new Scene(72, 20, "", "", marks);
    }

    private static String description(ParameterReport parameter) {
        return "From " + Notation.measured(parameter.elements().min()) + " to "
                + Notation.measured(parameter.elements().max()) + ", "
                + parameter.fill().map(fill -> "expected " + fill).orElse("nothing expected");
    }

    private static Axis axis(Histogram histogram, Optional<Fill> fill, double start, double end) {
        double from = histogram.from();
        double to = histogram.to();
        if (from == to) {
            double std = fill.map(Fill::std).orElse(0.0);
            double reach = std > 0 ? 3 * std : Math.max(Math.abs(from), 1e-30) / 2;
            return new LinearAxis(from - reach, to + reach, start, end, 6);
        }
        double margin = 0.02 * (to - from);
        return new LinearAxis(from - margin, to + margin, start, end, 6);
    }

    /** The density in the bin that holds most; where all elements are the same there is none, and a curve may take all the height. */
    private static double density(Histogram histogram) {
        return histogram.from() == histogram.to()
                ? Double.MIN_NORMAL
                : histogram.highest() / (histogram.sampled() * histogram.binWidth());
    }

    private static double highest(ElementDistribution law, Axis x) {
        double highest = 0;
        for (double value : values(x)) {
            highest = Math.max(highest, law.density(value));
        }
        return highest;
    }

    private static double[] values(Axis x) {
        double from = ((LinearAxis) x).from();
        double to = ((LinearAxis) x).to();
        double[] values = new double[CURVE_POINTS + 1];
        for (int i = 0; i <= CURVE_POINTS; i++) {
            values[i] = from + (to - from) * i / CURVE_POINTS;
        }
        return values;
    }

    private static Polyline curve(ElementDistribution law, Axis x, Axis y) {
        List<Point> points = new ArrayList<>();
        for (double value : values(x)) {
            points.add(new Point(x.place(value), y.place(law.density(value))));
        }
        return new Polyline(points, Tone.EXPECTED);
    }

    private static Segment line(Fill fill, Axis x) {
        double place = x.place(fill.mean());
        return new Segment(place, FRAME.top(), place, FRAME.bottom(), Stroke.DASHED, Tone.EXPECTED);
    }

    private static List<Point> outline(Histogram histogram, Axis x, Frame frame, double scale) {
        double height = (frame.bottom() - frame.top()) * (histogram.from() == histogram.to() ? 1 : scale);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < histogram.counts().size(); i++) {
            double left = x.place(histogram.from() + i * histogram.binWidth());
            double right = x.place(histogram.from() + (i + 1) * histogram.binWidth());
            double top = frame.bottom() - height * histogram.counts().get(i) / histogram.highest();
            double half = left == right ? SINGLE_BAR / 2 : 0;
            if (i == 0) {
                points.add(new Point(left - half, frame.bottom()));
            }
            points.add(new Point(left - half, top));
            points.add(new Point(right + half, top));
            if (i == histogram.counts().size() - 1) {
                points.add(new Point(right + half, frame.bottom()));
            }
        }
        return points;
    }
}
