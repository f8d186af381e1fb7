package org.initweights.benchmarks.report;

import java.util.Locale;

/** The pieces of a picture in SVG, readable on light and dark pages. */
final class SvgText {

    private static final String STYLE = """
            text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #57606a }
            .title { font-size: 16px; font-weight: 600; fill: #1f2328 }
            .heading { font-weight: 600; fill: #1f2328 }
            .label { text-anchor: end }
            .ours { fill: #0969da }
            .peer { fill: #afb8c1 }
            .limit { stroke: #57606a; stroke-dasharray: 4 3 }
            @media (prefers-color-scheme: dark) {
              text { fill: #9198a1 }
              .title, .heading { fill: #f0f6fc }
              .ours { fill: #4493f8 }
              .peer { fill: #545d68 }
              .limit { stroke: #9198a1 }
            }
            """;

    private SvgText() {}

    static String document(int width, int height, String title, CharSequence body) {
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s">
                <title>%3$s</title>
                <style>
                %4$s</style>
                <text class="title" x="0" y="20">%3$s</text>
                %5$s</svg>
                """, width, height, escaped(title), STYLE, body);
    }

    static String heading(double x, double y, String text) {
        return text("heading", x, y, text);
    }

    static String label(double right, double y, String text) {
        return text("label", right, y, text);
    }

    static String value(double x, double y, long number) {
        return text("value", x, y, String.valueOf(number));
    }

    static String bar(double x, double y, double width, double height, String style) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>\n",
                style,
                x,
                y,
                width,
                height);
    }

    /** An upright line with its text above, to the left of it. */
    static String limit(double x, double top, double bottom, String text) {
        return String.format(
                        Locale.ROOT,
                        "<line class=\"limit\" x1=\"%1$.1f\" y1=\"%2$.1f\" x2=\"%1$.1f\" y2=\"%3$.1f\"/>\n",
                        x,
                        top,
                        bottom)
                + text("label", x, top - 6, text);
    }

    private static String text(String style, double x, double y, String text) {
        return String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", style, x, y, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
