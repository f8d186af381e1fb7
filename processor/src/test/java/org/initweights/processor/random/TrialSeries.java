package org.initweights.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initweights.processor.random.Trial.Failed;
import org.initweights.processor.random.Trial.Outcome;

/** Random programs, tried many at a time: how many ended how, and of each kind of fault the first program, made small. */
final class TrialSeries {

    private static final int MOST_REPORTED = Integer.getInteger("initweights.random.reported", 3);

    private final Path folder;
    private final Generator generator;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private int folders;

    /** Makes programs. */
    @FunctionalInterface
    interface Generator {

        /**
         * A program.
         *
         * @param name the package around it
         */
        Piece program(long seed, String name);
    }

    /** Tries programs. */
    @FunctionalInterface
    interface Experiment {

        /**
         * What comes of each of some programs, by the name of the package around it.
         *
         * @param trial an empty folder
         */
        Map<String, Outcome> of(SomeCompiler compiler, Path trial, Map<String, String> programs);
    }

    /**
     * @param folder where programs are written, and deleted when they have been tried
     */
    TrialSeries(Path folder, Generator generator) {
        this.folder = folder;
        this.generator = generator;
    }

    /** How many programs ended how. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** The faults by their kinds. */
    Map<String, String> faults() {
        return faults;
    }

    /** Whether so many kinds of fault have been found that more would not be read. */
    boolean isFull() {
        return faults.size() >= MOST_REPORTED;
    }

    /**
     * Tries some programs.
     *
     * @param circumstances what reports say behind the compiler
     * @param prefix that of their names, a letter
     * @param seed that of the first; the others follow
     */
    void check(
            SomeCompiler compiler,
            String circumstances,
            Experiment experiment,
            String prefix,
            long seed,
            int programs) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        for (int i = 0; i < programs; i++) {
            pieces.put(prefix + i, generator.program(seed + i, prefix + i));
        }
        Map<String, Piece> rest = new LinkedHashMap<>(pieces);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        while (!rest.isEmpty()) {
            outcomes.putAll(trial(experiment, compiler, rest));
            boolean progress = rest.keySet().removeIf(name -> !(outcomes.get(name) instanceof HostileTrial.Unjudged));
            assertThat(progress).isTrue();
        }
        outcomes.forEach((name, outcome) -> {
            counts.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
            if (outcome instanceof Failed failed) {
                counts.merge(failed.kind(), 1, Integer::sum);
                if (!faults.containsKey(failed.kind()) && !isFull()) {
                    long number = seed + Long.parseLong(name.substring(prefix.length()));
                    System.out.println("The program of the seed " + number + " fails: " + failed.details());
                    faults.put(
                            failed.kind(),
                            "the program of the seed " + number + " fails by " + compiler + circumstances + ", "
                                    + failed.kind() + ": " + failed.details() + "\n"
                                    + reduced(experiment, compiler, name, pieces.get(name), failed)
                                            .text());
                }
            }
        });
    }

    private Piece reduced(Experiment experiment, SomeCompiler compiler, String name, Piece program, Failed failed) {
        SomeCompiler quick = Stream.of(SomeCompiler.javac(), compiler)
                .filter(tried -> kindOf(experiment, tried, name, program).equals(failed.kind()))
                .findFirst()
                .orElse(compiler);
        return new Reducer(piece -> kindOf(experiment, quick, name, piece).equals(failed.kind())).reduce(program);
    }

    private String kindOf(Experiment experiment, SomeCompiler compiler, String name, Piece program) {
        Outcome outcome = trial(experiment, compiler, Map.of(name, program)).get(name);
        return outcome instanceof Failed failed ? failed.kind() : "";
    }

    private Map<String, Outcome> trial(Experiment experiment, SomeCompiler compiler, Map<String, Piece> programs) {
        Map<String, String> texts = new LinkedHashMap<>();
        programs.forEach((name, piece) -> texts.put(name, piece.text()));
        try {
            Path trial = Files.createDirectory(folder.resolve("t" + folders++));
            Map<String, Outcome> outcomes = experiment.of(compiler, trial, texts);
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
