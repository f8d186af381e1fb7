package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Execution;
import org.initweights.InitializeOptions;
import org.initweights.Plan;
import org.initweights.ProgressListener;
import org.initweights.RandomSource;
import org.initweights.io.CheckpointException;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Journals of an interrupted run: whatever is in them, the next run makes the bytes of an undisturbed one, or is refused. The journals of
 * three sources are tried with the files that their runs left.
 */
class JournalFuzzTest {

    private static final Path FOLDER = Scratch.folder();
    private static final Path FILE = FOLDER.resolve("model.safetensors");
    private static final Path JOURNAL = FOLDER.resolve("model.safetensors.journal");
    private static final int STEPS = 3;

    private static final Plan PLAN = Plan.of(builder -> builder.tensor("normal.0", normal(), 5, 6)
            .tensor("sparse", DType.BF16, sparse(0.4, 0.1), 5, 4)
            .tensor("orthogonal", orthogonal(), 4, 4)
            .tensor("normal.1", normal(), 33)
            .tensor("normal.2", DType.F64, normal(), 3, 3));

    /** What a run with a source leaves: interrupted, and whole. */
    private record Run(Map<Path, byte[]> interrupted, Map<Path, byte[]> whole) {}

    private static final Map<String, Run> RUNS =
            Map.of("seeded", run("seeded"), "torch", run("torch"), "jax", run("jax"));

    /** Journals as these runs left them, which the plan and the version of the library have a part in. */
    static Stream<byte[]> interrupted() {
        return RUNS.values().stream().map(run -> run.interrupted.get(JOURNAL));
    }

    @MethodSource("interrupted")
    @DictionaryEntries({"InitWeights journal 2", "plan ", "source ", "1 ", "3 ", "5 ", " 0", "\u0000"})
    @FuzzTest
    void journal(byte[] input) {
        Trial.of(this, "journal", input, () -> {
            String text = new String(input, StandardCharsets.ISO_8859_1);
            String name = text.contains("torch") ? "torch" : text.contains("jax") ? "jax" : "seeded";
            Run run = RUNS.get(name);
            clear();
            for (Map.Entry<Path, byte[]> file : run.interrupted.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
            Files.write(JOURNAL, input);
            try {
                PLAN.initialize(FILE, source(name), InitializeOptions.defaults().withExecution(Execution.serial()));
            } catch (CheckpointException e) {
                assertThat(e).message().startsWith(FOLDER.toString()).hasSizeLessThan(2000);
                assertThat(FILE).doesNotExist();
                return;
            }
            assertThat(contents()).containsExactlyInAnyOrderEntriesOf(run.whole);
        });
    }

    private static Run run(String name) {
        try {
            clear();
            int[] left = {STEPS};
            ProgressListener interrupting = (parameter, done, total) -> {
                if (--left[0] == 0) {
                    Thread.currentThread().interrupt();
                }
            };
            try {
                PLAN.initialize(
                        FILE,
                        source(name),
                        InitializeOptions.defaults()
                                .withExecution(Execution.serial().withProgress(interrupting)));
                throw new IllegalStateException("it was not interrupted");
            } catch (CancellationException e) {
                Thread.interrupted();
            }
            Map<Path, byte[]> interrupted = contents();
            clear();
            PLAN.initialize(FILE, source(name));
            return new Run(interrupted, contents());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RandomSource source(String name) {
        return switch (name) {
            case "seeded" -> RandomSource.seeded(3);
            case "torch" -> RandomSource.torch(3);
            default -> RandomSource.jax(3);
        };
    }

    private static Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                contents.put(file, Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static void clear() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
