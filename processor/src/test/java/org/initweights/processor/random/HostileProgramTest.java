package org.initweights.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initweights.processor.random.Trial.Failed;
import org.initweights.processor.random.Trial.Outcome;
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
    private static final int MOST_REPORTED = Integer.getInteger("initweights.random.reported", 3);

    @TempDir
    private Path folder;

    private int folders;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    @Test
    void areRefusedClearlyOrInitialisedRightly() {
        int programs = Integer.getInteger("initweights.random.models", 400);
        long seed = RandomModelTest.seed();
        List<SomeCompiler> compilers = SomeCompiler.all();
        System.out.println("Hostile programs: " + programs + " from the seed " + seed + " by " + compilers);
        for (int from = 0, batch = 0; from < programs && faults.size() < MOST_REPORTED; from += BATCH, batch++) {
            SomeCompiler compiler = compilers.get(batch % compilers.size());
            boolean module = batch / compilers.size() % 2 == 1 && compiler.findsModules();
            check(compiler, module, seed + from, Math.min(BATCH, programs - from));
        }
        System.out.println("Hostile programs: " + counts);
        assertThat(faults.keySet()).as(String.join("\n\n", faults.values())).isEmpty();
        assertThat(counts.get("Accepted")).isGreaterThan(programs / 4);
        assertThat(counts.get("Refused")).isGreaterThan(programs / 20);
    }

    private void check(SomeCompiler compiler, boolean module, long seed, int programs) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        for (int i = 0; i < programs; i++) {
            String name = "h" + i;
            pieces.put(name, new HostileProgram(seed + i, name).program());
        }
        Map<String, Piece> rest = new LinkedHashMap<>(pieces);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        while (!rest.isEmpty()) {
            outcomes.putAll(trial(compiler, module, rest));
            boolean progress = rest.keySet().removeIf(name -> !(outcomes.get(name) instanceof HostileTrial.Unjudged));
            assertThat(progress).isTrue();
        }
        outcomes.forEach((name, outcome) -> {
            counts.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
            if (outcome instanceof Failed failed
                    && !faults.containsKey(failed.kind())
                    && faults.size() < MOST_REPORTED) {
                faults.put(
                        failed.kind(),
                        report(
                                compiler,
                                module,
                                seed + Long.parseLong(name.substring(1)),
                                name,
                                pieces.get(name),
                                failed));
            }
        });
    }

    private String report(SomeCompiler compiler, boolean module, long seed, String name, Piece program, Failed failed) {
        SomeCompiler quick = Stream.of(SomeCompiler.javac(), compiler)
                .filter(tried -> kindOf(tried, module, name, program).equals(failed.kind()))
                .findFirst()
                .orElse(compiler);
        Piece small = new Reducer(piece -> kindOf(quick, module, name, piece).equals(failed.kind())).reduce(program);
        return "the program of the seed " + seed + " fails by " + compiler + (module ? " in a module" : "") + ", "
                + failed.kind() + ": " + failed.details() + "\n" + small.text();
    }

    private String kindOf(SomeCompiler compiler, boolean module, String name, Piece program) {
        return trial(compiler, module, Map.of(name, program)).get(name) instanceof Failed failed ? failed.kind() : "";
    }

    private Map<String, Outcome> trial(SomeCompiler compiler, boolean module, Map<String, Piece> programs) {
        Map<String, String> texts = new LinkedHashMap<>();
        programs.forEach((name, piece) -> texts.put(name, piece.text()));
        try {
            Path trial = Files.createDirectory(folder.resolve("t" + folders++));
            return new HostileTrial(compiler, module, trial).of(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
