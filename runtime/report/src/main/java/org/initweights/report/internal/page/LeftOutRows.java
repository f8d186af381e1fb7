package org.initweights.report.internal.page;

import java.util.List;
import org.initweights.internal.message.Notation;
import org.initweights.report.ParameterReport;
import org.initweights.report.internal.ReportContents;

/** Says which pictures a page of a huge model leaves out, and how they can be seen. */
final class LeftOutRows {

    private LeftOutRows() {}

    /** Nothing is written if all parameters have pictures. */
    static void write(Html html, ReportContents report, Pictured pictured) {
        List<ParameterReport> parameters = report.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (!pictured.contains(i)) {
                html.markup(
                        "<p class=\"note\">%s of %s parameters have pictures: those with warnings first, then one of each kind, then"
                                + " those that fit worst. Pictures of the other %s are left out; their numbers are in the table."
                                + " To see them, make a report on some of the parameters, such as"
                                + " <code>InitReport.of(parameters.named(&quot;%s&quot;))</code>.</p>\n",
                        Notation.count(pictured.indices().size()),
                        Notation.count(parameters.size()),
                        Notation.count(pictured.leftOut()),
                        pattern(parameters.get(i).name(), parameters));
                return;
            }
        }
    }

    /** That of the largest part of the model with this parameter of which all have pictures; its name if there is no such part. */
    private static String pattern(String name, List<ParameterReport> parameters) {
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            String part = name.substring(0, dot + 1);
            long size = parameters.stream()
                    .filter(parameter -> parameter.name().startsWith(part))
                    .count();
            if (size <= Pictured.MOST) {
                return part + "**";
            }
        }
        return name;
    }
}
