package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.initweights.DType;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Hadoop's own client of S3, and a store that speaks S3 by HTTP. By the profile {@code s3}. */
@EnabledIfSystemProperty(named = "initweights.s3proxy", matches = ".+")
class S3Test {

    private static final String BUCKET = "models";
    private static final SaveOptions FILES = SaveOptions.defaults().withShardsOf(Plans.SHARD);
    private static final SaveOptions SINGLE = SaveOptions.defaults();
    private static final RandomSource SOURCE = RandomSource.seeded(42);

    @TempDir
    private static java.nio.file.Path disk;

    private static S3Store store;
    private static SparkSession spark;
    private static FileSystem s3;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        store = S3Store.start(disk, BUCKET);
        spark = LocalSpark.session();
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        store.configure(configuration);
        s3 = new Path(uri("")).getFileSystem(configuration);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (s3 != null) {
            s3.close();
        }
        if (store != null) {
            store.stop();
        }
    }

    private static String uri(String name) {
        return "s3a://" + BUCKET + "/" + name;
    }

    private static Map<String, byte[]> files(String uri) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (FileStatus file : s3.listStatus(new Path(uri))) {
            if (!file.getPath().getName().startsWith(".")) {
                try (FSDataInputStream in = s3.open(file.getPath())) {
                    files.put(file.getPath().getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static void assertSameFiles(Plan plan, RandomSource source, SaveOptions options, String uri)
            throws IOException {
        java.nio.file.Path one = OneMachine.of(plan, source, options).folder();
        Map<String, byte[]> files = files(uri);
        assertThat(files.keySet()).isEqualTo(OneMachine.names(one));
        for (String name : files.keySet()) {
            assertThat(files.get(name)).as(name).isEqualTo(Files.readAllBytes(one.resolve(name)));
        }
    }

    private static void assertVerified(Plan plan, RandomSource source, SaveOptions options, String uri)
            throws IOException {
        assertThat(SparkCheckpoint.verify(spark, plan, uri, source, options)).isEmpty();
    }

    @Test
    void isTheClientThatPeopleUse() {
        assertThat(s3.getClass().getName()).isEqualTo("org.apache.hadoop.fs.s3a.S3AFileSystem");
    }

    @Test
    void hasTheFilesOfOneMachine() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("plain"), SOURCE, FILES);

        assertSameFiles(Plans.small(), SOURCE, FILES, uri("plain"));
        assertVerified(Plans.small(), SOURCE, FILES, uri("plain"));
        assertThat(SparkCheckpoint.statistics(spark, Plans.small(), uri("plain"))
                        .count())
                .isEqualTo(9);
    }

    @Test
    void hasASingleFile() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.wide(), uri("single"), SOURCE, SINGLE);

        assertSameFiles(Plans.wide(), SOURCE, SINGLE, uri("single"));
        assertVerified(Plans.wide(), SOURCE, SINGLE, uri("single"));
    }

    @Test
    void uploadsAFileInParts() throws IOException {
        // 26 MB; a part has five at least.
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        configuration.set("fs.s3a.multipart.size", "5M");
        configuration.set("fs.s3a.multipart.threshold", "5M");
        configuration.setBoolean("fs.s3a.impl.disable.cache", true);
        try {
            Plan plan = Plan.of(p -> p.tensor("weight", DType.F32, normal(0, 0.02), 6500, 1000));
            SparkCheckpoint.initialize(spark, plan, uri("large"), SOURCE, SINGLE);

            assertSameFiles(plan, SOURCE, SINGLE, uri("large"));
            assertVerified(plan, SOURCE, SINGLE, uri("large"));
        } finally {
            configuration.unset("fs.s3a.multipart.size");
            configuration.unset("fs.s3a.multipart.threshold");
            configuration.unset("fs.s3a.impl.disable.cache");
        }
    }

    @Test
    void writesNothingASecondTime() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("again"), SOURCE, FILES);

        assertThat(SparkCheckpoint.initialize(spark, Plans.small(), uri("again"), SOURCE, FILES)
                        .writtenBytes())
                .isZero();
        assertSameFiles(Plans.small(), SOURCE, FILES, uri("again"));
    }

    @Test
    void goesOnAfterADriverDied() throws IOException {
        PieceTask task = task(uri("died"));
        task.call(0);
        task.call(3);

        WrittenCheckpoint written = SparkCheckpoint.initialize(spark, Plans.small(), uri("died"), SOURCE, FILES);

        assertThat(written.writtenBytes()).isPositive().isLessThan(written.bytes());
        assertSameFiles(Plans.small(), SOURCE, FILES, uri("died"));
    }

    /** What a task does of a job whose driver has done no more than begin. */
    private static PieceTask task(String uri) throws IOException {
        SparkOptions options = SparkOptions.defaults().withFiles(FILES);
        CheckpointRun run = CheckpointRun.of(
                uri, Plans.small(), SOURCE, options, spark.sparkContext().hadoopConfiguration());
        new RunFolder(run.files(), run.names()).begin();
        ClusterJobs jobs = ClusterJobs.of(spark);
        return new PieceTask(run, jobs.counter("a"), jobs.counter("b"), jobs.counter("c"));
    }

    @Test
    void waitsForAStoreThatIsAway() throws Exception {
        CompletableFuture<WrittenCheckpoint> job = CompletableFuture.supplyAsync(() -> {
            try {
                return SparkCheckpoint.initialize(spark, Plans.small(), uri("away"), SOURCE, FILES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        while (!s3.exists(new Path(uri("away"))) && !job.isDone()) {
            Thread.sleep(5);
        }
        store.restart();

        assertThat(job.get(120, TimeUnit.SECONDS).writtenBytes()).isPositive();
        assertSameFiles(Plans.small(), SOURCE, FILES, uri("away"));
        assertVerified(Plans.small(), SOURCE, FILES, uri("away"));
    }

    @Test
    void leavesAnOldCheckpointWhenANewOneFails() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("failed"), RandomSource.seeded(1), FILES);
        task(uri("failed")).call(1);

        assertSameFiles(Plans.small(), RandomSource.seeded(1), FILES, uri("failed"));
        assertVerified(Plans.small(), RandomSource.seeded(1), FILES, uri("failed"));
    }

    @Test
    void findsADifference() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("other"), RandomSource.seeded(1), FILES);

        assertThat(SparkCheckpoint.verify(spark, Plans.small(), uri("other"), SOURCE, FILES))
                .isNotEmpty();
    }

    @Test
    void replacesACheckpoint() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("old"), RandomSource.seeded(1), FILES);
        SparkCheckpoint.initialize(spark, Plans.small(), uri("old"), SOURCE, FILES);
        assertVerified(Plans.small(), SOURCE, FILES, uri("old"));
        assertThat(files(uri("old"))).hasSize(6);

        SparkCheckpoint.initialize(spark, Plans.small(), uri("old"), SOURCE, SINGLE);
        SparkCheckpoint.initialize(spark, Plans.small(), uri("old"), RandomSource.seeded(2), SINGLE);
        assertSameFiles(Plans.small(), RandomSource.seeded(2), SINGLE, uri("old"));
    }

    @Test
    void cannotPutPartsTogether() {
        SparkOptions parts = SparkOptions.defaults().withFiles(SINGLE).withPartsOf(1 << 20);

        assertThatThrownBy(() -> SparkCheckpoint.initialize(spark, Plans.wide(), uri("parts"), SOURCE, parts))
                .hasMessageContaining("withPartsOf");
    }

    @Test
    void hasNoSuchBucket() {
        assertThatThrownBy(() -> SparkCheckpoint.initialize(spark, Plans.small(), "s3a://absent/net", SOURCE, FILES))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void hasNothingLeftAfterwards() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("clean"), SOURCE, FILES);

        TreeSet<String> names = new TreeSet<>();
        for (FileStatus file : s3.listStatus(new Path(uri("clean")))) {
            names.add(file.getPath().getName());
        }
        assertThat(names).contains(".initweights.manifest").hasSize(7);
    }
}
