package org.initweights.statistics;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.initweights.statistics.battery.Outcome;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.Verdict;

/** One section's results as lines of text, in {@code target/statistics} and on the console. */
final class Report implements Closeable {

    private final PrintStream file;
    private final long start = System.nanoTime();
    private int statistics;
    private int repeated;
    private int failed;

    Report(String section) {
        Path path = Path.of("target", "statistics", section + ".txt");
        try {
            Files.createDirectories(path.getParent());
            file = new PrintStream(Files.newOutputStream(path), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        print("# " + section);
    }

    /** One line for each statistic of each run. */
    void add(String what, Outcome outcome) {
        List<Verdict> verdicts = outcome.verdicts();
        for (List<PValue> run : outcome.runs()) {
            for (int i = 0; i < run.size(); i++) {
                PValue value = run.get(i);
                print(String.format(
                        Locale.ROOT,
                        "%-10s %-9.3g %-14.6g %s, %s: %s",
                        value.verdict() == Verdict.PASSED ? Verdict.PASSED : value.verdict() + "!",
                        value.p(),
                        value.statistic(),
                        outcome.test(),
                        what,
                        value.of()));
            }
        }
        statistics += verdicts.size();
        repeated += outcome.runs().size() - 1;
        failed += (int) verdicts.stream().filter(Verdict.FAILED::equals).count();
    }

    /** How many statistics have failed. */
    int failed() {
        return failed;
    }

    @Override
    public void close() {
        print(String.format(
                Locale.ROOT,
                "# %d statistics, %d tests repeated, %d failed, %d s",
                statistics,
                repeated,
                failed,
                (System.nanoTime() - start) / 1_000_000_000));
        file.close();
    }

    private void print(String line) {
        System.out.println(line);
        file.println(line);
    }
}
