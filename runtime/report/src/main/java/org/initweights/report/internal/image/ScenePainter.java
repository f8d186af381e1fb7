package org.initweights.report.internal.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.initweights.report.internal.chart.Mark;
import org.initweights.report.internal.chart.Mark.Area;
import org.initweights.report.internal.chart.Mark.Dot;
import org.initweights.report.internal.chart.Mark.Label;
import org.initweights.report.internal.chart.Mark.Polyline;
import org.initweights.report.internal.chart.Mark.Segment;
import org.initweights.report.internal.chart.Point;
import org.initweights.report.internal.chart.Scene;
import org.initweights.report.internal.chart.Tone;

/** Draws scenes on light paper. */
record ScenePainter(Graphics2D graphics) {

    /** Draws a scene with its upper left corner at a place. */
    void paint(Scene scene, double x, double y) {
        graphics.translate(x, y);
        scene.marks().forEach(this::paint);
        graphics.translate(-x, -y);
    }

    static Color color(Tone tone) {
        return new Color(tone.light());
    }

    private void paint(Mark mark) {
        graphics.setColor(color(mark.tone()));
        if (mark instanceof Segment segment) {
            graphics.setStroke(stroke(segment.stroke()));
            graphics.draw(new Line2D.Double(segment.x1(), segment.y1(), segment.x2(), segment.y2()));
        } else if (mark instanceof Polyline line) {
            graphics.setStroke(stroke(Mark.Stroke.BOLD));
            graphics.draw(path(line.points()));
        } else if (mark instanceof Area area) {
            graphics.fill(path(area.points()));
        } else if (mark instanceof Dot dot) {
            fill(dot);
        } else if (mark instanceof Label label) {
            double width = graphics.getFontMetrics().stringWidth(label.text());
            double shift = switch (label.anchor()) {
                case START -> 0;
                case MIDDLE -> width / 2;
                case END -> width;
            };
            graphics.drawString(label.text(), (float) (label.x() - shift), (float) label.y());
        }
    }

    private void fill(Dot dot) {
        double x = dot.center().x();
        double y = dot.center().y();
        double r = dot.radius();
        graphics.fill(
                switch (dot.symbol()) {
                    case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
                    case BAR -> new Rectangle2D.Double(x - r, y - 1, 2 * r, 2);
                    case DIAMOND ->
                        path(List.of(
                                new Point(x - r, y), new Point(x, y - r), new Point(x + r, y), new Point(x, y + r)));
                });
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }

    private static BasicStroke stroke(Mark.Stroke stroke) {
        return switch (stroke) {
            case HAIRLINE -> new BasicStroke(1);
            case BOLD -> new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case DASHED ->
                new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);
        };
    }
}
