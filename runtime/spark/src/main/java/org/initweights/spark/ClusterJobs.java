package org.initweights.spark;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/** Runs one task for each of some numbered pieces of work, under a description that Spark's pages show. */
record ClusterJobs(SparkContext context) {

    private static final String DESCRIPTION = "spark.job.description";

    static ClusterJobs of(SparkSession spark) {
        return new ClusterJobs(spark.sparkContext());
    }

    /** A counter that Spark's pages show beside the tasks. */
    LongAccumulator counter(String name) {
        return context.longAccumulator("InitWeights: " + name);
    }

    /**
     * The results of all tasks, in the order of their numbers.
     *
     * @throws IOException if a task has failed as often as Spark tries it
     */
    <T> List<T> run(String description, int tasks, Function<Integer, T> task) throws IOException {
        String before = context.getLocalProperty(DESCRIPTION);
        context.setJobDescription("InitWeights: " + description);
        try {
            // Numbers alone are data; all else is in the task, which Spark serialises by Java in every application.
            List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
            return new JavaSparkContext(context)
                    .parallelize(numbers, Math.max(1, tasks))
                    .map(task)
                    .collect();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Spark's own exceptions are checked, but Scala declares none.
            throw new IOException(description + ": " + e.getMessage(), e);
        } finally {
            context.setJobDescription(before);
        }
    }
}
