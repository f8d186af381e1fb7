package org.initweights.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.internal.message.Notation;
import org.initweights.report.ParameterReport;
import org.initweights.report.Spectrum;
import org.initweights.report.internal.chart.Mark.Polyline;
import org.initweights.report.internal.chart.Mark.Segment;
import org.initweights.report.internal.chart.Mark.Stroke;

/** The singular values of a matrix from the largest to the smallest, between the edges that theory expects. */
public final class SpectrumChart {

    private static final int WIDTH = 340;
    private static final int HEIGHT = 168;
    private static final Frame FRAME = new Frame(44, 10, WIDTH - 12, HEIGHT - 22);
    private static final int MOST_POINTS = 64;

    private SpectrumChart() {}

    /** The picture. */
    public static Scene of(ParameterReport parameter, Spectrum spectrum) {
        Optional<SpectrumEdges> edges = parameter.fill().flatMap(fill -> SpectrumEdges.of(fill, parameter.shape()));
        int count = spectrum.values().size();
        double top = 1.05
                * Math.max(spectrum.largest(), edges.map(SpectrumEdges::largest).orElse(0.0));
        Axis y = new LinearAxis(0, top > 0 ? top : 1, FRAME.bottom(), FRAME.top(), 4);
        Axis x = new LinearAxis(1, count, FRAME.left(), FRAME.right(), 5);
        List<Mark> marks = new ArrayList<>(FRAME.horizontalGrid(y));
        marks.addAll(FRAME.base(x));
        edges.ifPresent(both -> {
            marks.add(edge(y.place(both.largest())));
            marks.add(edge(y.place(both.smallest())));
        });
        marks.add(new Polyline(line(spectrum, x, y), Tone.MEASURED));
        return new Scene(
                WIDTH,
                HEIGHT,
                "Singular values of " + parameter.name(),
                count + " values from " + Notation.measured(spectrum.largest()) + " to "
                        + Notation.measured(spectrum.smallest()),
                marks);
    }

    private static Mark edge(double y) {
        return new Segment(FRAME.left(), y, FRAME.right(), y, Stroke.DASHED, Tone.EXPECTED);
    }

    private static List<Point> line(Spectrum spectrum, Axis x, Axis y) {
        int last = spectrum.values().size() - 1;
        int points = Math.min(last, MOST_POINTS);
        List<Point> line = new ArrayList<>();
        for (int i = 0; i <= points; i++) {
            int index = (int) ((long) i * last / points);
            line.add(new Point(x.place(index + 1), y.place(spectrum.values().get(index))));
        }
        return line;
    }
}
