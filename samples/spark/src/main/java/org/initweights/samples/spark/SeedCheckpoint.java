package org.initweights.samples.spark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.initweights.samples.zoo.llama.Llama;
import org.initweights.samples.zoo.llama.LlamaInit;
import org.initweights.spark.CheckpointDifference;
import org.initweights.spark.SparkCheckpoint;
import org.initweights.spark.WrittenCheckpoint;

/** Makes the seed checkpoint of a Llama, compares every byte of it with its plan, and shows the statistics of its tensors. */
public final class SeedCheckpoint {

    private SeedCheckpoint() {}

    /**
     * Runs on the cluster that {@code spark-submit} says.
     *
     * @param arguments the model, {@code 7b} or {@code small}; the folder, as a URI; the bytes of a file; and if more than the files is wanted,
     *     {@code check}
     */
    public static void main(String... arguments) throws IOException {
        Plan plan = plan(arguments[0]);
        String folder = arguments[1];
        SaveOptions files = SaveOptions.defaults().withSeed(42).withShardsOf(Long.parseLong(arguments[2]));
        try (SparkSession spark =
                SparkSession.builder().appName("seed checkpoint").getOrCreate()) {
            long start = System.nanoTime();
            WrittenCheckpoint written = SparkCheckpoint.initialize(spark, plan, folder, RandomSource.seeded(42), files);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d files, %,d bytes, of which %,d were written in %.1f s: %.0f MB/s%n",
                    written.files(),
                    written.bytes(),
                    written.writtenBytes(),
                    seconds,
                    written.writtenBytes() / seconds / 1e6);
            if (arguments.length > 3) {
                check(spark, plan, folder, files);
            }
        }
    }

    private static Plan plan(String model) {
        return switch (model) {
            case "7b" -> LlamaInit.plan(Llama.of7B());
            case "small" -> LlamaInit.plan(new Llama(1000, 64, 172, 2));
            default -> throw new IllegalArgumentException(model + " is neither 7b nor small");
        };
    }

    private static void check(SparkSession spark, Plan plan, String folder, SaveOptions files) throws IOException {
        List<CheckpointDifference> differences =
                SparkCheckpoint.verify(spark, plan, folder, RandomSource.seeded(42), files);
        System.out.println(differences.isEmpty() ? "every byte is right" : differences.get(0));
        SparkCheckpoint.statistics(spark, plan, folder)
                .orderBy("ks_p")
                .select("name", "initializer", "mean", "std", "ks_p")
                .show(10, false);
    }
}
