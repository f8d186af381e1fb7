package org.initweights.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.report.Elements;
import org.initweights.report.Fit;
import org.initweights.report.InitReport;
import org.initweights.report.ParameterReport;
import org.initweights.report.ReportOptions;

/** Measures one tensor as a report does. */
record TensorRow(Plan plan, List<StoredSection> tensors, SerializableConfiguration configuration)
        implements Function<Integer, Row> {

    private static final long serialVersionUID = 1;

    /** The columns. */
    static final StructType SCHEMA = new StructType()
            .add("name", DataTypes.StringType, false)
            .add("dtype", DataTypes.StringType, false)
            .add("shape", DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add("elements", DataTypes.LongType, false)
            .add("initializer", DataTypes.StringType, false)
            .add("mean", DataTypes.DoubleType, false)
            .add("std", DataTypes.DoubleType, false)
            .add("min", DataTypes.DoubleType, false)
            .add("max", DataTypes.DoubleType, false)
            .add("not_finite", DataTypes.LongType, false)
            .add("ks_p", DataTypes.DoubleType, true);

    private static final ReportOptions OPTIONS = ReportOptions.defaults().withSpectrumLimit(0);

    @Override
    public Row call(Integer number) throws IOException {
        StoredSection tensor = tensors.get(number);
        Parameter planned = plan.parameters().get(tensor.section().name());
        Path path = new Path(tensor.file());
        try (FSDataInputStream file =
                HadoopFolder.of(path, configuration.value()).files().open(path)) {
            ParameterReport report = InitReport.of(
                            List.of(new StoredReportTensor(planned, tensor.section(), file)), OPTIONS)
                    .parameters()
                    .get(0);
            return row(report, planned);
        }
    }

    private static Row row(ParameterReport report, Parameter planned) {
        Elements elements = report.elements();
        return RowFactory.create(
                report.name(),
                report.dtype().name(),
                Arrays.stream(report.shape().dims()).boxed().toArray(Long[]::new),
                elements.count(),
                planned.fill().toString(),
                elements.moments().mean(),
                elements.moments().std(),
                elements.min(),
                elements.max(),
                elements.notANumber() + elements.infinite(),
                report.fit().map(Fit::pValue).orElse(null));
    }
}
