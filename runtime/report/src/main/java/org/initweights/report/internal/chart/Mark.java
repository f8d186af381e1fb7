package org.initweights.report.internal.chart;

import java.util.List;

/** Something that is drawn. */
public sealed interface Mark {

    /** Its colour. */
    Tone tone();

    /** A straight line. */
    record Segment(double x1, double y1, double x2, double y2, Stroke stroke, Tone tone) implements Mark {}

    /** A line through points. */
    record Polyline(List<Point> points, Tone tone) implements Mark {}

    /** A filled polygon. */
    record Area(List<Point> points, Tone tone) implements Mark {}

    /**
     * A small filled shape about a place.
     *
     * @param tip what it stands for, which a reader sees who points at it; may be empty
     */
    record Dot(Point center, double radius, Symbol symbol, String tip, Tone tone) implements Mark {}

    /** Words on a baseline. */
    record Label(double x, double y, Anchor anchor, String text, Tone tone) implements Mark {}

    /** How a line is drawn. */
    enum Stroke {
        HAIRLINE,
        DASHED,
        BOLD
    }

    /** The shape of a dot. */
    enum Symbol {
        CIRCLE,
        DIAMOND,
        BAR
    }

    /** Which part of a label is at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
