package org.initweights.spark.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.initweights.spark.CheckpointDifference;
import org.initweights.spark.SparkCheckpoint;
import org.initweights.spark.SparkOptions;
import org.initweights.spark.WrittenCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page shows code that compiles and runs here. */
class PageTest {

    private static final Path PAGE = Path.of("../docs/frameworks/spark.md");
    private static final Path SOURCES = Path.of("src/test/java/org/initweights/spark/page");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path temporary;

    private static List<String> snippets() throws IOException {
        return SNIPPET.matcher(Files.readString(PAGE))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    /** Code without what formatting changes. */
    private static String compact(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void beginsWithAWholeProgramThatRuns() throws IOException {
        assertThat(Files.readString(SOURCES.resolve("Start.java")))
                .isEqualTo(
                        "package org.initweights.spark.page;\n\n" + snippets().get(0));
        SparkSession.builder().master("local[2]").getOrCreate().stop();
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.app.name", "page");
        System.setProperty("spark.ui.enabled", "false");
        try {
            Start.main(new String[] {temporary.toString()});
        } finally {
            List.of("spark.master", "spark.app.name", "spark.ui.enabled").forEach(System::clearProperty);
        }
        assertThat(temporary.resolve("model.safetensors")).exists();
    }

    @Test
    void showsWhatIsTested() throws IOException {
        assertThat(snippets()).hasSize(2);
        assertThat(compact(Files.readString(SOURCES.resolve("PageTest.java"))))
                .contains(compact(snippets().get(1)));
    }

    @Test
    void makesVerifiesAndMeasures() throws IOException {
        Plan plan = Plan.of(p -> p.tensor("weight", DType.F32, Initializers.normal(0, 1), 100, 10));
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .appName("page")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
        String folder = temporary.toString();
        SparkOptions options = SparkOptions.defaults()
                .withFiles(SaveOptions.defaults().withShardsOf(5_000_000_000L))
                .withMemory(2L << 30);
        WrittenCheckpoint written = SparkCheckpoint.initialize(spark, plan, folder, RandomSource.seeded(42), options);
        List<CheckpointDifference> differences =
                SparkCheckpoint.verify(spark, plan, folder, RandomSource.seeded(42), options);
        Dataset<Row> suspicious =
                SparkCheckpoint.statistics(spark, plan, folder).filter("ks_p < 1e-6 or not_finite > 0");
        assertThat(written.files()).isEqualTo(1);
        assertThat(differences).isEmpty();
        assertThat(suspicious.count()).isZero();
        // Other tests have other settings.
        spark.stop();
    }
}
