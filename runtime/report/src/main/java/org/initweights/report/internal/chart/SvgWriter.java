package org.initweights.report.internal.chart;

import java.util.List;
import java.util.Locale;
import org.initweights.report.internal.chart.Mark.Area;
import org.initweights.report.internal.chart.Mark.Dot;
import org.initweights.report.internal.chart.Mark.Label;
import org.initweights.report.internal.chart.Mark.Polyline;
import org.initweights.report.internal.chart.Mark.Segment;

/** Writes a scene as SVG inside of HTML. Colours and strokes are classes of the page's style sheet. */
public final class SvgWriter {

    private SvgWriter() {}

    /** A picture with a text for those who cannot see it. */
    public static String write(Scene scene) {
        return open(scene, "role=\"img\" aria-label=\"" + escape(scene.title() + ". " + scene.description()) + "\"")
                + marks(scene);
    }

    /** A picture that shows what stands beside it in words. */
    public static String writeDecoration(Scene scene) {
        return open(scene, "aria-hidden=\"true\"") + marks(scene);
    }

    private static String open(Scene scene, String role) {
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" %s>",
                scene.width(),
                scene.height(),
                scene.width(),
                scene.height(),
                role);
    }

    private static String marks(Scene scene) {
        StringBuilder svg = new StringBuilder();
        for (Mark mark : scene.marks()) {
            append(svg, mark);
        }
        return svg.append("</svg>").toString();
    }

    private static void append(StringBuilder svg, Mark mark) {
        if (mark instanceof Segment segment) {
            path(
                    svg,
                    segment.stroke().name().toLowerCase(Locale.ROOT) + " s-"
                            + mark.tone().css(),
                    List.of(new Point(segment.x1(), segment.y1()), new Point(segment.x2(), segment.y2())),
                    "");
        } else if (mark instanceof Polyline line) {
            path(svg, "bold s-" + mark.tone().css(), line.points(), "");
        } else if (mark instanceof Area area) {
            path(svg, "f-" + mark.tone().css(), area.points(), "Z");
        } else if (mark instanceof Dot dot) {
            dot(svg, dot);
        } else if (mark instanceof Label label) {
            svg.append("<text x=\"").append(number(label.x())).append("\" y=\"").append(number(label.y()));
            svg.append("\" class=\"f-").append(mark.tone().css());
            svg.append(
                    label.anchor() == Mark.Anchor.START
                            ? ""
                            : " " + label.anchor().name().toLowerCase(Locale.ROOT));
            svg.append("\">").append(escape(label.text())).append("</text>");
        }
    }

    private static void dot(StringBuilder svg, Dot dot) {
        double x = dot.center().x();
        double y = dot.center().y();
        double r = dot.radius();
        String style = "\" class=\"f-" + dot.tone().css() + "\"";
        switch (dot.symbol()) {
            case CIRCLE ->
                svg.append("<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(r) + style);
            case DIAMOND ->
                svg.append(String.format(
                                "<path d=\"M%s %sl%3$s -%3$s %3$s %3$s -%3$s %3$sZ",
                                number(x - r), number(y), number(r))
                        + style);
            case BAR ->
                svg.append("<rect x=\"" + number(x - r) + "\" y=\"" + number(y - 1) + "\" width=\"" + number(2 * r)
                        + "\" height=\"2" + style);
        }
        svg.append(dot.tip().isEmpty() ? "/>" : "><title>" + escape(dot.tip()) + "</title></" + element(dot) + ">");
    }

    private static String element(Dot dot) {
        return switch (dot.symbol()) {
            case CIRCLE -> "circle";
            case DIAMOND -> "path";
            case BAR -> "rect";
        };
    }

    private static void path(StringBuilder svg, String style, List<Point> points, String end) {
        svg.append("<path class=\"").append(style).append("\" d=\"");
        String lastX = "";
        String lastY = "";
        for (Point point : points) {
            String x = number(point.x());
            String y = number(point.y());
            if (lastX.isEmpty()) {
                svg.append('M').append(x).append(' ').append(y);
            } else if (!x.equals(lastX) && !y.equals(lastY)) {
                svg.append('L').append(x).append(' ').append(y);
            } else if (!x.equals(lastX)) {
                svg.append('H').append(x);
            } else if (!y.equals(lastY)) {
                svg.append('V').append(y);
            }
            lastX = x;
            lastY = y;
        }
        svg.append(end).append("\"/>");
    }

    /** With one digit after the point at most, which is finer than a screen. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0
                ? Long.toString(tenths / 10)
                : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    /** Text that HTML takes for nothing but text, also between quotes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
