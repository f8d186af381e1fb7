package org.initweights.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import org.initweights.internal.message.Notation;
import org.initweights.report.internal.chart.Mark.Anchor;
import org.initweights.report.internal.chart.Mark.Label;
import org.initweights.report.internal.chart.Mark.Segment;
import org.initweights.report.internal.chart.Mark.Stroke;

/** The part of a picture that data are drawn in, with room for numbers around it. */
record Frame(double left, double top, double right, double bottom) {

    /** Lines from side to side at the ticks of a vertical axis, with their numbers at the left. */
    List<Mark> horizontalGrid(Axis axis) {
        List<Mark> marks = new ArrayList<>();
        for (double tick : axis.ticks()) {
            double y = axis.place(tick);
            marks.add(new Segment(left, y, right, y, Stroke.HAIRLINE, Tone.LINE));
            marks.add(new Label(left - 6, y + 4, Anchor.END, number(tick), Tone.MUTED));
        }
        return marks;
    }

    /** The base line, with the numbers of a horizontal axis under it. */
    List<Mark> base(Axis axis) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Segment(left, bottom, right, bottom, Stroke.HAIRLINE, Tone.MUTED));
        for (double tick : axis.ticks()) {
            double x = axis.place(tick);
            marks.add(new Segment(x, bottom, x, bottom + 3, Stroke.HAIRLINE, Tone.MUTED));
            marks.add(new Label(x, bottom + 15, Anchor.MIDDLE, number(tick), Tone.MUTED));
        }
        return marks;
    }

    /** With a real minus sign. */
    private static String number(double tick) {
        return Notation.measured(tick).replace('-', '−');
    }
}
