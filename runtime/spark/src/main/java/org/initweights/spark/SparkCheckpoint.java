package org.initweights.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;

/**
 * Checkpoints of plans, made by the tasks of a Spark cluster in any Hadoop file system: the bytes are those of {@link Plan#initialize} on
 * one machine, however many tasks there are, in whichever order they run, and however often they fail.
 *
 * <pre>{@code
 * SparkSession spark = SparkSession.builder().appName("seed checkpoint").getOrCreate();
 * Plan plan = Plan.read(Path.of("plan.json"));
 * SparkCheckpoint.initialize(
 *         spark, plan, "s3a://models/llama/seed", RandomSource.seeded(42), SaveOptions.defaults().withShardsOf(5_000_000_000L));
 * }</pre>
 *
 * <p>Several threads may call these methods at the same time, also with one session. Two runs for one folder that would write the same
 * bytes help each other; of two others one is refused.
 */
public final class SparkCheckpoint {

    private SparkCheckpoint() {}

    /**
     * As {@link #initialize(SparkSession, Plan, String, RandomSource, SparkOptions)}, with these files and usual options.
     *
     * @throws IOException as there
     */
    public static WrittenCheckpoint initialize(
            SparkSession spark, Plan plan, String uri, RandomSource random, SaveOptions files) throws IOException {
        return initialize(spark, plan, uri, random, SparkOptions.defaults().withFiles(files));
    }

    /**
     * Writes a safetensors checkpoint of a plan to a folder: {@code model-00001-of-00003.safetensors} and so on, one task each, and
     * {@code model.safetensors.index.json} last; or {@code model.safetensors} alone, if all fits into one file.
     *
     * <p>Until all is complete, everything is in a folder {@code .initweights-…} beside the final names. The next run with the same plan, source
     * and options goes on from it; what it finds is compared with its checksum. A checkpoint that was in the folder is there until the new
     * one is complete, and is then replaced; files of other names stay. A complete checkpoint of the same run is left as it is.
     * {@code .initweights.manifest} has the checksums.
     *
     * <p>The source stays where it stands. For one of {@link RandomSource#torch} the driver first finds where each parameter begins
     * ({@link Plan#placed}).
     *
     * @param uri a folder of any file system that Hadoop knows, such as {@code hdfs:///models/net}, {@code s3a://bucket/net}, {@code file:///data/net};
     *     it is made if it is not there
     * @throws IOException if a file cannot be written, there is too little room, or an unfinished run of another plan, source or other
     *     options is in the folder
     * @throws IllegalArgumentException if a task would need more memory than {@link SparkOptions#withMemory} allows, or the file system cannot do
     *     what {@link SparkOptions#withPartsOf} asks for; nothing is written then
     */
    public static WrittenCheckpoint initialize(
            SparkSession spark, Plan plan, String uri, RandomSource random, SparkOptions options) throws IOException {
        CheckpointRun run = run(spark, plan, uri, random, options);
        return new ClusterInitialization(ClusterJobs.of(spark), run, run.files(), index(run))
                .start(options.isStartingOver());
    }

    /**
     * Compares every byte of a checkpoint with what its plan says, each file by a task of its own.
     *
     * @param files the files that it was made with
     * @return the first difference of each file that has one, in the order of the files; none if all is right
     * @throws IOException if a file cannot be read
     */
    public static List<CheckpointDifference> verify(
            SparkSession spark, Plan plan, String uri, RandomSource random, SaveOptions files) throws IOException {
        return verify(spark, plan, uri, random, SparkOptions.defaults().withFiles(files));
    }

    /**
     * Compares every byte of a checkpoint with what its plan says, each piece by a task of its own.
     *
     * @param options those that it was made with
     * @return the first difference of each file that has one, in the order of the files; none if all is right
     * @throws IOException if a file cannot be read
     */
    public static List<CheckpointDifference> verify(
            SparkSession spark, Plan plan, String uri, RandomSource random, SparkOptions options) throws IOException {
        CheckpointRun run = run(spark, plan, uri, random, options);
        return new ClusterVerification(ClusterJobs.of(spark), run, run.files(), index(run)).differences();
    }

    /**
     * What the tensors of a checkpoint have in common, a row for each, in the order of the files: {@code name}, {@code dtype}, {@code shape},
     * {@code elements}, {@code initializer}, and {@code mean}, {@code std}, {@code min}, {@code max} of all finite elements, {@code not_finite}, and
     * {@code ks_p}: how probable a sample like this one is by the test of Kolmogorov and Smirnov, if the elements are from the distribution that
     * the plan says; null where there is no such test.
     *
     * <p>The table is computed when it is asked for, each time anew: call {@code cache()} to look at it more than once.
     *
     * @param uri the folder of a checkpoint with the tensors of the plan
     * @throws IOException if the checkpoint cannot be read, or a tensor is not there, or of another type or shape
     */
    public static Dataset<Row> statistics(SparkSession spark, Plan plan, String uri) throws IOException {
        Objects.requireNonNull(plan, "plan is null");
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        return ClusterStatistics.of(spark, plan, qualified(uri, configuration), configuration);
    }

    private static CheckpointRun run(
            SparkSession spark, Plan plan, String uri, RandomSource random, SparkOptions options) throws IOException {
        Objects.requireNonNull(plan, "plan is null");
        Objects.requireNonNull(random, "random is null");
        Objects.requireNonNull(options, "options is null");
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        return CheckpointRun.of(qualified(uri, configuration), plan, random, options, configuration);
    }

    /** The folder, with the file system and the working directory of the driver, which an executor need not share. */
    private static String qualified(String uri, Configuration configuration) throws IOException {
        if (uri.endsWith(".safetensors") || uri.endsWith(".json")) {
            throw new IllegalArgumentException(
                    uri + " is the name of a file; give the folder, in which the files are named " + FolderNames.SINGLE
                            + " or model-00001-of-….safetensors");
        }
        Path folder = new Path(uri);
        return folder.getFileSystem(configuration).makeQualified(folder).toString();
    }

    private static String index(CheckpointRun run) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        if (run.shards().size() > 1) {
            run.plan().writeIndex(Channels.newChannel(text), run.options().files());
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
