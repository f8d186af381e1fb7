package org.initweights.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random models of models, by every compiler of this machine: each tensor that reflection finds is one parameter, of the name, the place,
 * the value and the storage that follow from the objects, or the processor or an exception has spoken of its field; and nothing is said of
 * other fields.
 *
 * <p>{@code -Dinitweights.random.seed=…} and {@code -Dinitweights.random.grown=…} choose others, as for {@link RandomModelTest};
 * {@code -Dinitweights.random.compiler=…} some of the compilers, a regular expression of {@code javac}, {@code ECJ} and
 * the paths of others.
 */
class GrownModelTest {

    private static final int BATCH = Integer.getInteger("initweights.random.batch", 40);

    @TempDir
    private Path folder;

    @Test
    void leaveOutNothingInSilence() {
        int programs = Integer.getInteger("initweights.random.grown", 120);
        long seed = RandomModelTest.seed();
        String wanted = System.getProperty("initweights.random.compiler", ".*");
        List<SomeCompiler> compilers = SomeCompiler.allWarning().stream()
                .filter(compiler -> compiler.toString().matches(wanted))
                .toList();
        System.out.println("Models of models: " + programs + " from the seed " + seed + " by " + compilers);
        TrialSeries series = new TrialSeries(folder, (number, name) -> new GrownProgram(number, name).program());
        for (int from = 0, batch = 0; from < programs && !series.isFull(); from += BATCH, batch++) {
            series.check(
                    compilers.get(batch % compilers.size()),
                    "",
                    (compiler, trial, texts) -> new GrownTrial(compiler, trial).of(texts),
                    "g",
                    seed + from,
                    Math.min(BATCH, programs - from));
        }
        Map<String, Integer> counts = series.counts();
        System.out.println("Models of models: " + counts);
        assertThat(series.faults().keySet())
                .as(String.join("\n\n", series.faults().values()))
                .isEmpty();
        assertThat(counts.get("Accepted")).isGreaterThan(programs / 2);
        assertThat(counts.get("Refused")).isGreaterThan(programs / 100);
        assertThat(counts.get("RefusedAtRunTime")).isGreaterThan(programs / 100);
    }
}
