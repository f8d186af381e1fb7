package org.initweights.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads every {@code results-*.json} of a folder, as JMH's {@code -rf json} writes them. */
final class ResultsReader {

    private record Run(
            String benchmark,
            String jdkVersion,
            @Nullable Map<String, String> params,
            Metric primaryMetric,
            Map<String, Metric> secondaryMetrics) {}

    private record Metric(double score) {}

    private ResultsReader() {}

    /**
     * Reads all results.
     *
     * @throws IOException if the folder has no results, or if one of its files is none of JMH's
     */
    static Results read(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "results-*.json")) {
            found.forEach(files::add);
        }
        if (files.isEmpty()) {
            throw new IOException("no results-*.json in " + folder + "; run the benchmarks first");
        }
        List<Result> results = new ArrayList<>();
        for (Path file : files.stream().sorted().toList()) {
            results.addAll(readFile(file));
        }
        return new Results(results);
    }

    private static List<Result> readFile(Path file) throws IOException {
        Run @Nullable [] runs;
        try {
            runs = new Gson().fromJson(Files.readString(file), Run[].class);
        } catch (JsonParseException e) {
            throw new IOException(file + " is not what JMH writes: " + e.getMessage(), e);
        }
        if (runs == null) {
            throw new IOException(file + " is empty; was the run stopped?");
        }
        return Stream.of(runs).flatMap(ResultsReader::results).toList();
    }

    private static Stream<Result> results(Run run) {
        int method = run.benchmark().lastIndexOf('.');
        String name = run.benchmark().substring(run.benchmark().lastIndexOf('.', method - 1) + 1);
        return Stream.concat(
                Stream.of(result(run, name, run.primaryMetric())),
                run.secondaryMetrics().entrySet().stream()
                        .map(metric -> result(run, name + ":" + metric.getKey(), metric.getValue())));
    }

    private static Result result(Run run, String name, Metric metric) {
        return new Result(
                name,
                run.params() == null ? Map.of() : run.params(),
                Runtime.Version.parse(run.jdkVersion()).feature(),
                metric.score());
    }
}
