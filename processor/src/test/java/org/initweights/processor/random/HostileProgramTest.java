package org.initweights.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs of hostile names, access, types and text, by every compiler of this machine, with and without modules: what the
 * processor accepts compiles without a warning in what it generates, runs, and has the shapes and values that the program says; what it
 * refuses has an error of ours in the program.
 *
 * <p>{@code -Dinitweights.random.seed=…} and {@code -Dinitweights.random.models=…} choose others, as for {@link RandomModelTest}.
 */
class HostileProgramTest {

    private static final int BATCH = 40;

    @TempDir
    private Path folder;

    @Test
    void areRefusedClearlyOrInitialisedRightly() {
        int programs = Integer.getInteger("initweights.random.models", 400);
        long seed = RandomModelTest.seed();
        List<SomeCompiler> compilers = SomeCompiler.all();
        System.out.println("Hostile programs: " + programs + " from the seed " + seed + " by " + compilers);
        TrialSeries series = new TrialSeries(folder, (number, name) -> new HostileProgram(number, name).program());
        for (int from = 0, batch = 0; from < programs && !series.isFull(); from += BATCH, batch++) {
            SomeCompiler compiler = compilers.get(batch % compilers.size());
            boolean module = batch / compilers.size() % 2 == 1 && compiler.findsModules();
            series.check(
                    compiler,
                    module ? " in a module" : "",
                    (tried, trial, texts) -> new HostileTrial(tried, module, trial).of(texts),
                    "h",
                    seed + from,
                    Math.min(BATCH, programs - from));
        }
        Map<String, Integer> counts = series.counts();
        System.out.println("Hostile programs: " + counts);
        assertThat(series.faults().keySet())
                .as(String.join("\n\n", series.faults().values()))
                .isEmpty();
        assertThat(counts.get("Accepted")).isGreaterThan(programs / 4);
        assertThat(counts.get("Refused")).isGreaterThan(programs / 20);
    }
}
