package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.uniform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.Checkpoint;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of a checkpoint's tensors, against sums that the tests make themselves. */
class StatisticsTest {

    private static SparkSession spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = LocalSpark.session();
    }

    private Dataset<Row> statistics(Plan plan, SaveOptions files) throws IOException {
        SparkCheckpoint.initialize(spark, plan, folder.toString(), RandomSource.seeded(42), files);
        return SparkCheckpoint.statistics(spark, plan, folder.toString());
    }

    private static Plan one(DType dtype, Initializer initializer) {
        return Plan.of(p -> p.tensor("weight", dtype, initializer, 300, 70));
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void areThoseOfAllElements(DType dtype) throws IOException {
        Row row = statistics(one(dtype, normal(0.5, 0.02)), SaveOptions.defaults())
                .first();

        double[] values = new double[300 * 70];
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            checkpoint.get("weight").read(0, values);
        }
        double mean = 0;
        double min = values[0];
        double max = values[0];
        for (double value : values) {
            mean += value / values.length;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        assertThat(row.<String>getAs("name")).isEqualTo("weight");
        assertThat(row.<String>getAs("dtype")).isEqualTo(dtype.name());
        assertThat(row.<Long>getList(row.fieldIndex("shape"))).isEqualTo(List.of(300L, 70L));
        assertThat(row.<Long>getAs("elements")).isEqualTo(21_000);
        assertThat(row.<String>getAs("initializer")).startsWith("N(0.5, 0.02");
        assertThat(row.<Double>getAs("mean")).isCloseTo(mean, within(1e-9));
        assertThat(row.<Double>getAs("std")).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(row.<Double>getAs("min")).isEqualTo(min);
        assertThat(row.<Double>getAs("max")).isEqualTo(max);
        assertThat(row.<Long>getAs("not_finite")).isZero();
        assertThat(row.<Double>getAs("ks_p")).isGreaterThan(1e-4);
    }

    @Test
    void tellABadStart() throws IOException {
        SparkCheckpoint.initialize(
                spark,
                one(DType.F32, uniform(-1, 1)),
                folder.toString(),
                RandomSource.seeded(1),
                SaveOptions.defaults());

        Row row = SparkCheckpoint.statistics(spark, one(DType.F32, normal(0, 0.577)), folder.toString())
                .first();

        assertThat(row.<Double>getAs("ks_p")).isLessThan(1e-9);
    }

    @Test
    void areAsQuickToAskForAsOtherTables() throws IOException {
        Dataset<Row> table = statistics(Plans.small(), SaveOptions.defaults().withShardsOf(Plans.SHARD));

        assertThat(table.count()).isEqualTo(9);
        assertThat(table.filter("std = 0 and name like '%bias'").count()).isEqualTo(4);
        assertThat(table.filter("ks_p is null").count()).isEqualTo(4);
        assertThat(table.selectExpr("sum(elements)").first().getLong(0)).isEqualTo(64_000 + 4 * (400 * 64 + 400));
    }

    @Test
    void countWhatIsNotFinite() throws IOException {
        statistics(one(DType.F32, normal(0, 1)), SaveOptions.defaults());
        Path file = folder.resolve("model.safetensors");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 4);
            bytes.write(new byte[] {0, 0, (byte) 0xC0, 0x7F});
        }

        Row row = SparkCheckpoint.statistics(spark, one(DType.F32, normal(0, 1)), folder.toString())
                .first();

        assertThat(row.<Long>getAs("not_finite")).isEqualTo(1);
        assertThat(row.<Long>getAs("elements")).isEqualTo(21_000);
        assertThat(row.<Double>getAs("std")).isCloseTo(1, within(0.05));
    }

    @Test
    void refuseACheckpointOfAnotherPlan() throws IOException {
        statistics(one(DType.F32, normal(0, 1)), SaveOptions.defaults());

        assertThatThrownBy(() -> SparkCheckpoint.statistics(spark, Plans.small(), folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("weight is not in the plan");
        assertThatThrownBy(() -> SparkCheckpoint.statistics(spark, one(DType.BF16, normal(0, 1)), folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("weight is of type F32");
        assertThatThrownBy(() -> SparkCheckpoint.statistics(
                        spark,
                        Plan.of(p -> p.tensor("weight", normal(0, 1), 300, 70).tensor("other", normal(0, 1), 3)),
                        folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not have other");
        assertThatThrownBy(() -> SparkCheckpoint.statistics(spark, Plans.small(), folder + "/none"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither model.safetensors nor an index");
    }
}
