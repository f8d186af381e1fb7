package org.initweights.report.internal.page;

import java.util.List;
import org.initweights.internal.message.Notation;
import org.initweights.report.LayerCoordinates;
import org.initweights.report.internal.CoordinateContents;
import org.initweights.report.internal.chart.CoordinateChart;
import org.initweights.report.internal.chart.SvgWriter;

/** The page of a coordinate check: the judgement, the pictures, and a table of all sizes. */
public final class CoordinatePage {

    private static final int WIDE = 560;
    private static final int NARROW = 340;

    private CoordinatePage() {}

    /** The page. */
    public static String of(CoordinateContents check) {
        Resource style = StyleSheet.of();
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                + style.digest() + "\">\n");
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.markup("<title>%s</title>\n", check.options().title());
        html.markup("<style>").markup(style.text()).markup("</style>\n</head>\n<body>\n");
        html.markup("<header>\n<h1>%s</h1>\n", check.options().title());
        html.markup("<p class=\"totals\">%s</p>\n</header>\n<main>\n", check.summary());
        judgement(html, check);
        html.markup("<section class=\"pictures\" aria-label=\"All layers\">\n");
        figure(html, "Sizes at the start", check.initial());
        figure(html, sentence(check.changeTitle()), check.change());
        html.markup("</section>\n");
        table(html, "Sizes at the start", check.initial());
        table(html, sentence(check.changeTitle()), check.change());
        html.markup("</main>\n");
        footer(html);
        return html.markup("</body>\n</html>\n").toString();
    }

    private static String sentence(String title) {
        return title.isEmpty() ? "" : Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    private static void judgement(Html html, CoordinateContents check) {
        html.markup("<section class=\"warnings\" aria-labelledby=\"judgement\">\n");
        List<LayerCoordinates> failed =
                check.all().filter(layer -> !layer.passes()).toList();
        if (failed.isEmpty()) {
            html.markup(
                    "<h2 id=\"judgement\" class=\"good\"><span aria-hidden=\"true\">✓</span> %s</h2>\n",
                    sentence(check.judgement()));
        } else {
            html.markup("<h2 id=\"judgement\">%s</h2>\n", sentence(check.judgement()));
        }
        html.markup("</section>\n");
    }

    private static void figure(Html html, String title, List<LayerCoordinates> layers) {
        if (layers.isEmpty()) {
            return;
        }
        html.markup("<figure>\n<figcaption><h2>%s</h2> by width</figcaption>\n", title);
        html.markup("<div class=\"wide\">").markup(SvgWriter.write(CoordinateChart.of(title, layers, WIDE)));
        html.markup("</div><div class=\"narrow\">").markup(SvgWriter.write(CoordinateChart.of(title, layers, NARROW)));
        html.markup("</div>\n</figure>\n");
    }

    private static void table(Html html, String title, List<LayerCoordinates> layers) {
        if (layers.isEmpty()) {
            return;
        }
        html.markup("<h2>%s</h2>\n<table class=\"numbers\">\n<thead><tr><th scope=\"col\">layer</th>", title);
        for (int width : layers.get(0).widths()) {
            html.markup("<th scope=\"col\">%s</th>", Notation.count(width));
        }
        html.markup("<th scope=\"col\">exponent</th><th scope=\"col\">verdict</th></tr></thead>\n<tbody>\n");
        for (LayerCoordinates layer : layers) {
            html.markup("<tr><th scope=\"row\"><code>%s</code></th>", layer.layer());
            for (double size : layer.sizes()) {
                html.markup("<td>%s</td>", Cells.number(size));
            }
            html.markup("<td>%s</td><td>%s</td></tr>\n", Cells.number(layer.exponent()), layer.judgement());
        }
        html.markup("</tbody>\n</table>\n");
    }

    private static void footer(Html html) {
        html.markup(
                "<footer><p>The size of a layer is the root of the mean square of all coordinates that it gives, or of their change. The"
                        + " exponent is that of the power of the width which comes nearest: 0 is independent of it. At the start the outputs of a"
                        + " model may shrink, but must not grow.</p></footer>\n");
    }
}
