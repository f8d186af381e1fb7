package org.initweights.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
    private static final int MOST_REPORTED = Integer.getInteger("initweights.random.reported", 3);

    @TempDir
    private Path folder;

    private int folders;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    @Test
    void leaveOutNothingInSilence() {
        int programs = Integer.getInteger("initweights.random.grown", 120);
        long seed = RandomModelTest.seed();
        String wanted = System.getProperty("initweights.random.compiler", ".*");
        List<SomeCompiler> compilers = SomeCompiler.allWarning().stream()
                .filter(compiler -> compiler.toString().matches(wanted))
                .toList();
        System.out.println("Models of models: " + programs + " from the seed " + seed + " by " + compilers);
        for (int from = 0, batch = 0; from < programs && faults.size() < MOST_REPORTED; from += BATCH, batch++) {
            check(compilers.get(batch % compilers.size()), seed + from, Math.min(BATCH, programs - from));
        }
        System.out.println("Models of models: " + counts);
        assertThat(faults.keySet()).as(String.join("\n\n", faults.values())).isEmpty();
        assertThat(counts.get("Accepted")).isGreaterThan(programs / 2);
        assertThat(counts.get("Refused")).isGreaterThan(programs / 100);
        assertThat(counts.get("RefusedAtRunTime")).isGreaterThan(programs / 100);
    }

    private void check(SomeCompiler compiler, long seed, int programs) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        for (int i = 0; i < programs; i++) {
            pieces.put("g" + i, new GrownProgram(seed + i, "g" + i).program());
        }
        Map<String, Piece> rest = new LinkedHashMap<>(pieces);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        while (!rest.isEmpty()) {
            outcomes.putAll(trial(compiler, rest));
            boolean progress = rest.keySet().removeIf(name -> !(outcomes.get(name) instanceof HostileTrial.Unjudged));
            assertThat(progress).isTrue();
        }
        outcomes.forEach((name, outcome) -> {
            counts.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
            if (outcome instanceof Failed failed) {
                counts.merge(failed.kind(), 1, Integer::sum);
                if (!faults.containsKey(failed.kind()) && faults.size() < MOST_REPORTED) {
                    long number = seed + Long.parseLong(name.substring(1));
                    faults.put(failed.kind(), report(compiler, number, name, pieces.get(name), failed));
                }
            }
        });
    }

    private String report(SomeCompiler compiler, long seed, String name, Piece program, Failed failed) {
        SomeCompiler quick = Stream.of(SomeCompiler.javac(), compiler)
                .filter(tried -> kindOf(tried, name, program).equals(failed.kind()))
                .findFirst()
                .orElse(compiler);
        Piece small = new Reducer(piece -> kindOf(quick, name, piece).equals(failed.kind())).reduce(program);
        return "the program of the seed " + seed + " fails by " + compiler + ", " + failed.kind() + ": "
                + failed.details() + "\n" + small.text();
    }

    private String kindOf(SomeCompiler compiler, String name, Piece program) {
        return trial(compiler, Map.of(name, program)).get(name) instanceof Failed failed ? failed.kind() : "";
    }

    private Map<String, Outcome> trial(SomeCompiler compiler, Map<String, Piece> programs) {
        Map<String, String> texts = new LinkedHashMap<>();
        programs.forEach((name, piece) -> texts.put(name, piece.text()));
        try {
            Path trial = Files.createDirectory(folder.resolve("t" + folders++));
            Map<String, Outcome> outcomes = new GrownTrial(compiler, trial).of(texts);
            delete(trial);
            return outcomes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Thousands of programs would fill a disk. */
    private static void delete(Path trial) throws IOException {
        try (Stream<Path> files = Files.walk(trial)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
