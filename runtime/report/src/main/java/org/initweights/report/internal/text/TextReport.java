package org.initweights.report.internal.text;

import java.util.ArrayList;
import java.util.List;
import org.initweights.internal.message.Notation;
import org.initweights.report.Fit;
import org.initweights.report.Histogram;
import org.initweights.report.ParameterReport;
import org.initweights.report.Totals;
import org.initweights.report.Warning;
import org.initweights.report.internal.ReportContents;

/** The report as lines for a terminal: warnings first, then a row a parameter. */
public final class TextReport {

    private static final List<String> TITLES =
            List.of("parameter", "shape", "initializer", "histogram", "mean", "std", "expected", "KS p");

    private static final int FIRST_NUMBER = 4;
    private static final int BARS = 16;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private TextReport() {}

    /** The lines, without a line feed at the end. */
    public static String of(ReportContents report) {
        StringBuilder text = new StringBuilder(report.options().title()).append('\n');
        if (!report.options().note().isEmpty()) {
            text.append(report.options().note()).append('\n');
        }
        text.append(Totals.of(report.parameters())).append('\n').append('\n');
        text.append(report.warnings().isEmpty() ? "No warnings\n" : "Warnings\n");
        for (Warning warning : report.warnings()) {
            text.append("  ").append(warning).append('\n');
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        report.parameters().forEach(parameter -> rows.add(row(parameter)));
        return text.append('\n')
                .append(TextTable.of(rows, FIRST_NUMBER))
                .toString()
                .stripTrailing();
    }

    private static List<String> row(ParameterReport parameter) {
        return List.of(
                parameter.name(),
                parameter.shape().toString(),
                parameter.content().orElse("-"),
                bars(parameter.histogram()),
                number(parameter.elements().moments().mean()),
                number(parameter.elements().moments().std()),
                parameter.fill().map(fill -> number(fill.std())).orElse("-"),
                parameter.fit().map(Fit::pValue).map(TextReport::number).orElse("-"));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : Notation.measured(value);
    }

    /** One block for several bins, as high as their mean; a space where there is nothing. */
    static String bars(Histogram histogram) {
        int bins = histogram.counts().size();
        double[] heights = new double[Math.min(BARS, bins)];
        double highest = 0;
        for (int bar = 0; bar < heights.length; bar++) {
            int from = bar * bins / heights.length;
            int to = (bar + 1) * bins / heights.length;
            for (int count : histogram.counts().subList(from, to)) {
                heights[bar] += (double) count / (to - from);
            }
            highest = Math.max(highest, heights[bar]);
        }
        StringBuilder bars = new StringBuilder();
        for (double height : heights) {
            bars.append(height == 0 ? ' ' : BLOCKS.charAt((int) (height * (BLOCKS.length() - 1) / highest)));
        }
        return bars.toString();
    }
}
