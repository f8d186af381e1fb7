package org.initweights.report.internal.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initweights.internal.message.Notation;
import org.initweights.report.ParameterReport;
import org.initweights.report.Totals;
import org.initweights.report.Warning;
import org.initweights.report.internal.ReportContents;
import org.initweights.report.internal.chart.ModelCharts;
import org.initweights.report.internal.chart.SvgWriter;

/** The whole page: title and totals, warnings, pictures of all layers, the table, and each parameter. */
public final class Page {

    private static final int WIDE = 560;
    private static final int NARROW = 340;

    private Page() {}

    /** The page of a report. */
    public static String of(ReportContents report) {
        Pictured pictured = Pictured.of(report);
        Resource style = StyleSheet.of();
        Resource script = Resource.named("report.js");
        if (pictured.leftOut() > 0) {
            style = style.and(Resource.named("compact.css"));
            script = Resource.named("compact.js").and(script);
        }
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                + style.digest() + "; script-src " + script.digest() + "\">\n");
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.markup("<title>%s</title>\n", report.options().title());
        html.markup("<style>").markup(style.text()).markup("</style>\n</head>\n<body>\n");
        header(html, report);
        html.markup("<main>\n");
        warnings(html, report);
        pictures(html, report);
        ParameterRows.write(html, report, pictured);
        ParameterDetails.write(html, report, pictured);
        html.markup("</main>\n");
        footer(html, report);
        html.markup("<script>").markup(script.text()).markup("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private static void header(Html html, ReportContents report) {
        html.markup("<header>\n<h1>%s</h1>\n", report.options().title());
        html.markup("<p class=\"totals\">%s</p>\n", Totals.of(report.parameters()));
        if (!report.options().note().isEmpty()) {
            html.markup("<p class=\"note\">%s</p>\n", report.options().note());
        }
        html.markup("</header>\n");
    }

    private static void warnings(Html html, ReportContents report) {
        List<Warning> warnings = report.warnings();
        html.markup("<section class=\"warnings\" aria-labelledby=\"warnings\">\n");
        if (warnings.isEmpty()) {
            html.markup("<h2 id=\"warnings\" class=\"good\"><span aria-hidden=\"true\">✓</span> No warnings</h2>\n");
        } else {
            html.markup(
                    "<h2 id=\"warnings\">%s</h2>\n<ul>\n",
                    warnings.size() == 1 ? "1 warning" : warnings.size() + " warnings");
            Map<String, List<Integer>> indices = indices(report.parameters());
            for (Warning warning : warnings) {
                html.markup("<li><b>").text(warning.kind().id()).markup("</b> ");
                for (int index : warning.parameter().map(indices::get).orElse(List.of())) {
                    html.markup("<a href=\"#p" + index + "\">")
                            .name(report.parameters().get(index))
                            .markup("</a> ");
                }
                html.text(warning.message()).markup("</li>\n");
            }
            html.markup("</ul>\n");
        }
        html.markup("</section>\n");
    }

    /** Where the parameters of each name are: those of a checkpoint may share one. */
    private static Map<String, List<Integer>> indices(List<ParameterReport> parameters) {
        Map<String, List<Integer>> indices = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            indices.computeIfAbsent(parameters.get(i).name(), name -> new ArrayList<>())
                    .add(i);
        }
        return indices;
    }

    private static void pictures(Html html, ReportContents report) {
        if (report.parameters().stream()
                .noneMatch(parameter -> parameter.signal().isPresent())) {
            return;
        }
        html.markup("<section class=\"pictures\" aria-label=\"All layers\">\n");
        html.markup("<figure>\n<figcaption><h2>Standard deviation</h2> per layer</figcaption>\n");
        html.markup("<div class=\"wide\">").markup(SvgWriter.write(ModelCharts.deviations(report.parameters(), WIDE)));
        html.markup("</div><div class=\"narrow\">")
                .markup(SvgWriter.write(ModelCharts.deviations(report.parameters(), NARROW)));
        html.markup("</div>\n</figure>\n");
        html.markup(
                "<figure>\n<figcaption><h2>Signal</h2> factor on its variance per layer, %s</figcaption>\n",
                ModelCharts.assumption(report.options().activation()));
        html.markup("<div class=\"wide\">").markup(SvgWriter.write(ModelCharts.signal(report.parameters(), WIDE)));
        html.markup("</div><div class=\"narrow\">")
                .markup(SvgWriter.write(ModelCharts.signal(report.parameters(), NARROW)));
        html.markup("</div>\n</figure>\n</section>\n");
    }

    private static void footer(Html html, ReportContents report) {
        html.markup(
                "<footer><p>Moments, bounds and zeros are those of all elements. Histograms and Kolmogorov-Smirnov tests look at"
                        + " %s elements of a parameter at most. If every parameter was drawn as expected, warnings of a mean, a"
                        + " deviation or a distribution come up in less than %s of reports.</p></footer>\n",
                Notation.count(report.options().sampleSize()),
                Cells.percent(report.options().falseAlarms()));
    }
}
