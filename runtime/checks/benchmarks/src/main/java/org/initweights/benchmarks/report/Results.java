package org.initweights.benchmarks.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** All results, to look one up. */
final class Results {

    private record Key(String benchmark, Map<String, String> parameters, int java) {}

    private final Map<Key, Double> scores = new HashMap<>();
    private final List<Integer> javas;

    /**
     * Results of any number of runs.
     *
     * @throws IllegalArgumentException if one benchmark has two results on one JDK
     */
    Results(List<Result> results) {
        for (Result result : results) {
            Key key = new Key(result.benchmark(), result.parameters(), result.java());
            if (scores.putIfAbsent(key, result.score()) != null) {
                throw new IllegalArgumentException(
                        key.benchmark() + " " + key.parameters() + " has two results on JDK " + key.java());
            }
        }
        javas = List.copyOf(new TreeSet<>(results.stream().map(Result::java).toList()));
    }

    /** The feature versions of the JDKs that were measured, oldest first. */
    List<Integer> javas() {
        return javas;
    }

    /** The score of a benchmark on a JDK, or empty if it was not run there. */
    OptionalDouble score(String benchmark, int java) {
        return score(benchmark, Map.of(), java);
    }

    OptionalDouble score(String benchmark, Map<String, String> parameters, int java) {
        Double score = scores.get(new Key(benchmark, parameters, java));
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }
}
