package org.initweights.report.internal.page;

import org.initweights.Fill;
import org.initweights.internal.message.Notation;
import org.initweights.report.Fit;
import org.initweights.report.Moments;
import org.initweights.report.ParameterReport;

/**
 * A row of the table for a parameter without pictures, in as few bytes as HTML allows: {@code compact.js} gives its cells what those of a
 * full row have. Links to the parameter lead to this row, which is all that the page has of it.
 */
final class CompactRow {

    private CompactRow() {}

    static void write(Html html, ParameterReport parameter, int index) {
        html.markup("<tr id=p" + index + "><th scope=row><a href=#p" + index + ">");
        html.name(parameter).markup("</a>");
        cell(html, parameter.shape().toString());
        cell(html, parameter.content().orElse("–"));
        cell(html, "");
        Moments moments = parameter.elements().moments();
        cell(html, Notation.count(parameter.shape().elements()));
        cell(html, Cells.number(moments.mean()));
        cell(html, Cells.number(moments.std()));
        cell(html, Cells.number(parameter.fill().map(Fill::std).orElse(Double.NaN)));
        cell(html, Cells.number(parameter.fit().map(Fit::pValue).orElse(Double.NaN)));
        html.markup("\n");
    }

    private static void cell(Html html, String text) {
        html.markup("<td>").text(text);
    }
}
