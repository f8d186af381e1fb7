package org.initweights.report.internal;

import java.util.List;
import org.initweights.report.ParameterReport;
import org.initweights.report.ReportOptions;
import org.initweights.report.Warning;

/**
 * All that a report says, before anything is printed of it.
 *
 * @param options what was asked for
 * @param parameters what was measured, in the order of the parameters
 * @param warnings those of the whole model first, then those of parameters in their order
 */
public record ReportContents(ReportOptions options, List<ParameterReport> parameters, List<Warning> warnings) {

    public ReportContents {
        parameters = List.copyOf(parameters);
        warnings = List.copyOf(warnings);
    }
}
