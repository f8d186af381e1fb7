package org.initweights.report.internal.page;

import java.util.List;
import org.initweights.Fill;
import org.initweights.internal.message.Notation;
import org.initweights.report.Fit;
import org.initweights.report.Moments;
import org.initweights.report.ParameterReport;
import org.initweights.report.internal.ReportContents;
import org.initweights.report.internal.chart.HistogramChart;
import org.initweights.report.internal.chart.SvgWriter;

/** The table of parameters. Without the script it is a plain table; with it, it can be sorted and searched. */
final class ParameterRows {

    private ParameterRows() {}

    static void write(Html html, ReportContents report, Pictured pictured) {
        List<ParameterReport> parameters = report.parameters();
        html.markup("<section aria-labelledby=\"table\">\n<div class=\"bar\"><h2 id=\"table\">Parameters</h2>\n");
        html.markup("<div class=\"search\" hidden><label for=\"search\">Search</label>"
                + "<input id=\"search\" type=\"search\" placeholder=\"name, shape or initializer\" autocomplete=\"off\">"
                + "<output for=\"search\" aria-live=\"polite\"></output></div></div>\n");
        LeftOutRows.write(html, report, pictured);
        html.markup("<table role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">");
        html.markup(title("name", "Name") + title("shape", "Shape") + title("initializer", "Initializer"));
        html.markup("<th scope=\"col\" role=\"columnheader\">Histogram</th>");
        html.markup(number("elements", "Elements") + number("mean", "Mean") + number("std", "Std"));
        html.markup(number("expected", "Expected std") + number("p", "KS p") + "</tr></thead>\n");
        html.markup("<tbody role=\"rowgroup\">\n");
        for (int i = 0; i < parameters.size(); i++) {
            if (pictured.contains(i)) {
                row(html, parameters.get(i), i);
            } else {
                CompactRow.write(html, parameters.get(i), i);
            }
        }
        html.markup("</tbody>\n</table>\n</section>\n");
    }

    private static String title(String key, String title) {
        return "<th scope=\"col\" role=\"columnheader\" data-key=\"" + key + "\">" + title + "</th>";
    }

    private static String number(String key, String title) {
        return title(key, title).replace("<th ", "<th class=\"number\" ");
    }

    private static void row(Html html, ParameterReport parameter, int index) {
        Moments moments = parameter.elements().moments();
        double expected = parameter.fill().map(Fill::std).orElse(Double.NaN);
        double p = parameter.fit().map(Fit::pValue).orElse(Double.NaN);
        html.markup("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><a href=\"#p" + index + "\">");
        html.name(parameter).markup("</a></th>");
        html.markup("<td role=\"cell\" class=\"shape\">%s</td>", parameter.shape());
        html.markup(
                "<td role=\"cell\" class=\"fill\">%s</td>", parameter.content().orElse("–"));
        html.markup("<td role=\"cell\" class=\"spark\">");
        html.markup(SvgWriter.writeDecoration(HistogramChart.sparkline(parameter)))
                .markup("</td>");
        long elements = parameter.shape().elements();
        cell(html, "Elements", Double.toString((double) elements), Notation.count(elements));
        cell(html, "Mean", moments.mean());
        cell(html, "Std", moments.std());
        cell(html, "Expected", expected);
        cell(html, "KS p", p);
        html.markup("</tr>\n");
    }

    private static void cell(Html html, String label, double value) {
        cell(html, label, Cells.key(value), Cells.number(value));
    }

    private static void cell(Html html, String label, String key, String text) {
        html.markup("<td role=\"cell\" class=\"number\" data-label=\"%s\" data-value=\"%s\">%s</td>", label, key, text);
    }
}
