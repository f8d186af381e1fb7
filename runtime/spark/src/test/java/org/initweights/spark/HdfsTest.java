package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.SafeModeAction;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;
import org.apache.spark.sql.SparkSession;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real HDFS, with a node for names and two for data in this JVM. */
class HdfsTest {

    private static final SaveOptions FILES = SaveOptions.defaults().withShardsOf(Plans.SHARD);
    private static final SaveOptions SINGLE = SaveOptions.defaults();
    private static final RandomSource SOURCE = RandomSource.seeded(42);

    @TempDir
    private static java.nio.file.Path disk;

    private static MiniDFSCluster cluster;
    private static DistributedFileSystem hdfs;
    private static SparkSession spark;

    @BeforeAll
    static void start() throws IOException {
        Configuration configuration = new Configuration();
        configuration.setLong("dfs.blocksize", 1 << 20);
        configuration.setLong("dfs.namenode.fs-limits.min-block-size", 1 << 16);
        cluster = new MiniDFSCluster.Builder(configuration, disk.toFile())
                .numDataNodes(2)
                .build();
        cluster.waitActive();
        hdfs = cluster.getFileSystem();
        spark = LocalSpark.session();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.shutdown();
        }
    }

    private static String uri(String name) {
        return hdfs.getUri() + "/models/" + name;
    }

    private static Map<String, byte[]> files(String uri) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (FileStatus file : hdfs.listStatus(new Path(uri))) {
            if (!file.getPath().getName().startsWith(".")) {
                try (FSDataInputStream in = hdfs.open(file.getPath())) {
                    files.put(file.getPath().getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static void assertSameFiles(RandomSource source, SaveOptions options, String uri) throws IOException {
        java.nio.file.Path one = OneMachine.of(Plans.small(), source, options).folder();
        Map<String, byte[]> files = files(uri);
        assertThat(files.keySet()).isEqualTo(OneMachine.names(one));
        for (String name : files.keySet()) {
            assertThat(files.get(name)).as(name).isEqualTo(Files.readAllBytes(one.resolve(name)));
        }
    }

    @Test
    void hasTheFilesOfOneMachine() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("plain"), SOURCE, FILES);

        assertSameFiles(SOURCE, FILES, uri("plain"));
        assertThat(SparkCheckpoint.verify(spark, Plans.small(), uri("plain"), SOURCE, FILES))
                .isEmpty();
        assertThat(SparkCheckpoint.statistics(spark, Plans.small(), uri("plain"))
                        .count())
                .isEqualTo(9);
    }

    @Test
    void putsPartsTogether() throws IOException {
        SparkOptions parts = SparkOptions.defaults().withFiles(SINGLE).withPartsOf(1 << 20);
        // 2.6 MB, so that there are three parts.
        var plan = Plans.wide();
        SparkCheckpoint.initialize(spark, plan, uri("parts"), SOURCE, parts);

        java.nio.file.Path one = OneMachine.of(plan, SOURCE, SINGLE).folder();
        assertThat(files(uri("parts")))
                .containsOnlyKeys("model.safetensors")
                .hasEntrySatisfying(
                        "model.safetensors",
                        bytes -> assertThat(bytes).isEqualTo(read(one.resolve("model.safetensors"))));
        assertThat(SparkCheckpoint.initialize(spark, plan, uri("parts"), SOURCE, parts)
                        .writtenBytes())
                .isZero();
        assertThat(SparkCheckpoint.verify(spark, plan, uri("parts"), SOURCE, parts))
                .isEmpty();
    }

    @Test
    void goesOnWithPartsThatWerePutTogetherBeforeTheDriverDied() throws IOException {
        var plan = Plans.wide();
        SparkOptions parts = SparkOptions.defaults().withFiles(SINGLE).withPartsOf(1 << 20);
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        CheckpointRun run = CheckpointRun.of(uri("joined"), plan, SOURCE, parts, configuration);
        ClusterJobs jobs = ClusterJobs.of(spark);
        new RunFolder(run.files(), run.names()).begin();
        PieceTask task = new PieceTask(run, jobs.counter("a"), jobs.counter("b"), jobs.counter("c"));
        assertThat(run.pieces()).hasSize(3);
        jobs.run("only the parts", 3, task);
        run.files()
                .concatenate(run.pieces().stream()
                        .map(piece -> run.names().staged(piece.name()))
                        .toList());

        WrittenCheckpoint written = SparkCheckpoint.initialize(spark, plan, uri("joined"), SOURCE, parts);

        assertThat(written.writtenBytes()).isZero();
        assertThat(SparkCheckpoint.verify(spark, plan, uri("joined"), SOURCE, parts))
                .isEmpty();
    }

    @Test
    void replacesACheckpointInOneStep() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("old"), RandomSource.seeded(1), FILES);
        SparkCheckpoint.initialize(spark, Plans.small(), uri("old"), SOURCE, FILES);

        assertThat(files(uri("old"))).hasSize(6);
        assertThat(SparkCheckpoint.verify(spark, Plans.small(), uri("old"), SOURCE, FILES))
                .isEmpty();

        SparkCheckpoint.initialize(spark, Plans.small(), uri("old"), SOURCE, SINGLE);
        SparkCheckpoint.initialize(spark, Plans.small(), uri("old"), RandomSource.seeded(2), SINGLE);
        assertSameFiles(RandomSource.seeded(2), SINGLE, uri("old"));
    }

    @Test
    void hasNoRoom() throws IOException {
        Path folder = new Path(uri("full"));
        hdfs.mkdirs(folder);
        // For its small files, but not for one of 2.6 MB on two nodes.
        hdfs.setQuota(folder, HdfsConstants.QUOTA_DONT_SET, 4L << 20);

        assertThatThrownBy(() -> SparkCheckpoint.initialize(spark, Plans.wide(), uri("full"), SOURCE, FILES))
                .hasStackTraceContaining("quota");
        assertThat(files(uri("full"))).doesNotContainKey("model.safetensors.index.json");

        hdfs.setQuota(folder, HdfsConstants.QUOTA_RESET, HdfsConstants.QUOTA_RESET);
        SparkCheckpoint.initialize(spark, Plans.wide(), uri("full"), SOURCE, FILES);
        assertThat(SparkCheckpoint.verify(spark, Plans.wide(), uri("full"), SOURCE, FILES))
                .isEmpty();
    }

    @Test
    void takesNoWrites() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("safe"), RandomSource.seeded(1), FILES);
        hdfs.setSafeMode(SafeModeAction.ENTER);
        try {
            assertThatThrownBy(() -> SparkCheckpoint.initialize(spark, Plans.small(), uri("safe"), SOURCE, FILES))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("safe mode");
        } finally {
            hdfs.setSafeMode(SafeModeAction.LEAVE);
        }
        assertSameFiles(RandomSource.seeded(1), FILES, uri("safe"));
        SparkCheckpoint.initialize(spark, Plans.small(), uri("safe"), SOURCE, FILES);
        assertThat(SparkCheckpoint.verify(spark, Plans.small(), uri("safe"), SOURCE, FILES))
                .isEmpty();
    }

    @Test
    void hasNothingLeftAfterwards() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), uri("clean"), SOURCE, FILES);

        Set<String> names = new TreeSet<>();
        for (FileStatus file : hdfs.listStatus(new Path(uri("clean")))) {
            names.add(file.getPath().getName());
        }
        assertThat(names).contains(".initweights.manifest").hasSize(7);
    }

    private static byte[] read(java.nio.file.Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
