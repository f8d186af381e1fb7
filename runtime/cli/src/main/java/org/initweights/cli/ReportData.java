package org.initweights.cli;

import java.util.List;
import org.initweights.Fill;
import org.initweights.Signal;
import org.initweights.cli.output.Dims;
import org.initweights.report.Elements;
import org.initweights.report.Fit;
import org.initweights.report.InitReport;
import org.initweights.report.LayerSignal;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.jspecify.annotations.Nullable;

/** A report as data. */
record ReportData(String title, List<Finding> warnings, List<Row> parameters) {

    /** What is probably wrong; without a parameter if it is of the whole model. */
    record Finding(String id, @Nullable String parameter, String message) {

        static Finding of(Warning warning) {
            return new Finding(warning.kind().id(), warning.parameter().orElse(null), warning.message());
        }
    }

    /** What was found of a parameter. */
    record Row(
            String name,
            String dtype,
            List<Long> shape,
            @Nullable String initializer,
            @Nullable Double expectedMean,
            @Nullable Double expectedStd,
            double mean,
            double std,
            double skewness,
            double excessKurtosis,
            double min,
            double max,
            long zeros,
            long nan,
            long infinite,
            @Nullable Double pValue,
            @Nullable Signal signal) {

        static Row of(ParameterReport parameter) {
            Elements elements = parameter.elements();
            return new Row(
                    parameter.name(),
                    parameter.dtype().name(),
                    Dims.of(parameter.shape()),
                    parameter.fill().map(Fill::toString).orElse(null),
                    parameter.fill().map(Fill::mean).orElse(null),
                    parameter.fill().map(Fill::std).orElse(null),
                    elements.moments().mean(),
                    elements.moments().std(),
                    elements.moments().skewness(),
                    elements.moments().excessKurtosis(),
                    elements.min(),
                    elements.max(),
                    elements.zeros(),
                    elements.notANumber(),
                    elements.infinite(),
                    parameter.fit().map(Fit::pValue).orElse(null),
                    parameter.signal().map(LayerSignal::measured).orElse(null));
        }
    }

    static ReportData of(InitReport report) {
        return new ReportData(
                report.options().title(),
                report.warnings().stream().map(Finding::of).toList(),
                report.parameters().stream().map(Row::of).toList());
    }
}
