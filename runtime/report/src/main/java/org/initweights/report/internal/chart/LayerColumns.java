package org.initweights.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import org.initweights.report.internal.chart.Mark.Anchor;
import org.initweights.report.internal.chart.Mark.Label;
import org.initweights.report.internal.chart.Mark.Segment;
import org.initweights.report.internal.chart.Mark.Stroke;

/** Layers side by side, from the first to the last, and the parts of the model that they belong to. */
record LayerColumns(List<String> names, Frame frame, Runs runs) {

    /** How wide a letter of a label is, about. */
    private static final double LETTER = 6.2;

    /** How wide a part must be to be marked, where layers share places: lines nearer to each other would be one grey area. */
    private static final double LEAST_PART = 4;

    private double step() {
        return (frame.right() - frame.left()) / names.size();
    }

    /** The middle of a layer's column. */
    double middle(int layer) {
        return frame.left() + (layer + 0.5) * step();
    }

    /** How large a mark can be without touching the next. */
    double radius() {
        return Math.max(1.6, Math.min(4, step() * 0.38));
    }

    /** The names of the parts under the layers, and lines between them; a name for which there is no room is left out. */
    List<Mark> parts() {
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Segment(frame.left(), frame.bottom(), frame.right(), frame.bottom(), Stroke.HAIRLINE, Tone.MUTED));
        int common = commonSegments();
        int start = 0;
        for (int i = 1; i <= names.size(); i++) {
            String part = part(names.get(start), common);
            if (i == names.size() || !part(names.get(i), common).equals(part)) {
                double from = frame.left() + start * step();
                double to = frame.left() + i * step();
                boolean marked = runs.isSingle() || to - from >= LEAST_PART;
                if (start > 0 && marked) {
                    marks.add(new Segment(from, frame.top(), from, frame.bottom() + 4, Stroke.HAIRLINE, Tone.LINE));
                }
                if (marked && part.length() * LETTER <= to - from) {
                    marks.add(new Label((from + to) / 2, frame.bottom() + 15, Anchor.MIDDLE, part, Tone.MUTED));
                }
                start = i;
            }
        }
        return marks;
    }

    /** How many segments all names begin with. */
    private int commonSegments() {
        String[] first = names.get(0).split("\\.", -1);
        int common = 0;
        while (common < first.length - 1) {
            String prefix = String.join(".", List.of(first).subList(0, common + 1)) + ".";
            if (!names.stream().allMatch(name -> name.startsWith(prefix))) {
                break;
            }
            common++;
        }
        return common;
    }

    private static String part(String name, int common) {
        String[] segments = name.split("\\.", -1);
        return segments[Math.min(common, segments.length - 1)];
    }
}
