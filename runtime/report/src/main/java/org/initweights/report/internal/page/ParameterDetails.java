package org.initweights.report.internal.page;

import java.util.List;
import org.initweights.Fill;
import org.initweights.internal.message.Notation;
import org.initweights.report.Elements;
import org.initweights.report.Fit;
import org.initweights.report.Moments;
import org.initweights.report.ParameterReport;
import org.initweights.report.Spectrum;
import org.initweights.report.Totals;
import org.initweights.report.internal.ReportContents;
import org.initweights.report.internal.chart.HistogramChart;
import org.initweights.report.internal.chart.SpectrumChart;
import org.initweights.report.internal.chart.SvgWriter;
import org.initweights.report.internal.law.Dependence;
import org.initweights.report.internal.law.ElementDistribution;

/** Each parameter that has pictures by itself, folded until a reader opens it. */
final class ParameterDetails {

    private ParameterDetails() {}

    static void write(Html html, ReportContents report, Pictured pictured) {
        html.markup("<section aria-labelledby=\"details\">\n<h2 id=\"details\">Each parameter</h2>\n");
        LeftOutRows.write(html, report, pictured);
        List<ParameterReport> parameters = report.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (pictured.contains(i)) {
                details(html, parameters.get(i), i);
            }
        }
        html.markup("</section>\n");
    }

    private static void details(Html html, ParameterReport parameter, int index) {
        html.markup("<details id=\"p" + index + "\"><summary>").name(parameter);
        html.markup(
                " <span>%s</span> <span>%s</span></summary>\n",
                parameter.shape(), parameter.content().orElse(""));
        html.markup("<div class=\"one\">\n<figure><figcaption>Histogram, %s</figcaption>", overlay(parameter));
        html.markup(SvgWriter.write(HistogramChart.of(parameter))).markup("</figure>\n");
        parameter.spectrum().ifPresent(spectrum -> spectrum(html, parameter, spectrum));
        numbers(html, parameter);
        html.markup("</div></details>\n");
    }

    /** What is drawn over the histogram. */
    private static String overlay(ParameterReport parameter) {
        if (parameter.fill().isEmpty()) {
            return "nothing is known of what was expected";
        }
        ElementDistribution distribution =
                ElementDistribution.of(parameter.fill().get());
        if (distribution.fixedShare() < 1) {
            return "line: expected density";
        }
        return distribution.dependence() == Dependence.CERTAIN
                ? "dashed: expected value"
                : "of certain values, without a density";
    }

    private static void spectrum(Html html, ParameterReport parameter, Spectrum spectrum) {
        html.markup(
                "<figure><figcaption>Singular values, %s to %s</figcaption>",
                Cells.number(spectrum.largest()), Cells.number(spectrum.smallest()));
        html.markup(SvgWriter.write(SpectrumChart.of(parameter, spectrum))).markup("</figure>\n");
    }

    private static void numbers(Html html, ParameterReport parameter) {
        Elements elements = parameter.elements();
        Moments moments = elements.moments();
        html.markup("<table class=\"numbers\"><thead><tr><td></td><th scope=\"col\">Measured</th>"
                + "<th scope=\"col\">Expected</th></tr></thead><tbody>\n");
        row(
                html,
                "Mean",
                moments.mean(),
                parameter.fill().map(ParameterDetails::mean).orElse(Double.NaN));
        row(html, "Std", moments.std(), parameter.fill().map(Fill::std).orElse(Double.NaN));
        row(html, "Min", elements.min(), parameter.fill().map(Fill::lower).orElse(Double.NaN));
        row(html, "Max", elements.max(), parameter.fill().map(Fill::upper).orElse(Double.NaN));
        row(html, "Skewness", Cells.number(moments.skewness()));
        row(html, "Excess kurtosis", Cells.number(moments.excessKurtosis()));
        row(html, "Zeros", Notation.count(elements.zeros()));
        row(
                html,
                "Size",
                Notation.count(parameter.shape().elements()) + " × " + parameter.dtype() + " = "
                        + Totals.size(parameter.bytes()));
        parameter.fit().ifPresent(fit -> fit(html, fit));
        parameter
                .signal()
                .ifPresent(signal -> row(html, "Signal", signal.measured().toString()));
        html.markup("</tbody></table>\n");
    }

    private static void fit(Html html, Fit fit) {
        row(html, "KS test", "D " + Cells.number(fit.distance()) + ", p " + Cells.number(fit.pValue()));
    }

    /** The expected mean, without what is left of rounding where it is 0. */
    private static double mean(Fill fill) {
        return Math.abs(fill.mean()) < 1e-12 * fill.std() ? 0 : fill.mean();
    }

    private static void row(Html html, String name, double measured, double expected) {
        html.markup(
                "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>\n",
                name, Cells.number(measured), Cells.number(expected));
    }

    private static void row(Html html, String name, String value) {
        html.markup("<tr><th scope=\"row\">%s</th><td colspan=\"2\">%s</td></tr>\n", name, value);
    }
}
