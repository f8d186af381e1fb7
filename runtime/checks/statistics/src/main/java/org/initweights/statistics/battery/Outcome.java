package org.initweights.statistics.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What came of one test, and of its repetitions if a statistic was suspect.
 *
 * @param test its name and parameters
 * @param runs the statistics of each run
 */
public record Outcome(String test, List<List<PValue>> runs) {

    /** A test is repeated until it has run this often at most: a statistic that is suspect each time fails. */
    private static final int MOST_RUNS = 3;

    /** Runs a test, and again while a statistic is suspect; {@code run} draws other numbers each time. */
    public static Outcome of(String test, Supplier<List<PValue>> run) {
        Outcome outcome = new Outcome(test, List.of(run.get()));
        while (outcome.runs.size() < MOST_RUNS && outcome.isUndecided()) {
            List<List<PValue>> runs = new ArrayList<>(outcome.runs);
            runs.add(run.get());
            outcome = new Outcome(test, List.copyOf(runs));
        }
        return outcome;
    }

    private boolean isUndecided() {
        List<Verdict> verdicts = verdicts();
        return !verdicts.contains(Verdict.FAILED) && verdicts.contains(Verdict.SUSPECT);
    }

    /** Of each statistic, what is to be said after all runs. */
    public List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < runs.get(0).size(); i++) {
            verdicts.add(verdict(i));
        }
        return verdicts;
    }

    private Verdict verdict(int statistic) {
        List<Verdict> each =
                runs.stream().map(run -> run.get(statistic).verdict()).toList();
        if (each.contains(Verdict.FAILED)) {
            return Verdict.FAILED;
        }
        if (each.contains(Verdict.PASSED)) {
            return Verdict.PASSED;
        }
        return runs.size() < MOST_RUNS ? Verdict.SUSPECT : Verdict.FAILED;
    }
}
