package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Changes what an interrupted run left, at random, and goes on: the result is the right bytes or an exception that says what to do. As
 * many mutations as the property {@code initweights.mutations} says, which the profile {@code reliability} sets to many more.
 */
class ResumeFuzzTest {

    private static final int MUTATIONS = Integer.getInteger("initweights.mutations", 150);

    private static final Plan PLAN = Plan.of(builder -> {
        for (int i = 0; i < 6; i++) {
            builder.tensor("normal." + i, normal(), 30, 20 + i)
                    .tensor("sparse." + i, DType.BF16, sparse(0.4, 0.1), 25, 10)
                    .tensor("orthogonal." + i, orthogonal(), 12, 12);
        }
    });

    private static final int STEPS = 18;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"seeded, 1000000", "seeded, 3000", "torch, 1000000", "torch, 3000", "jax, 3000"})
    void neverTakesWhatItDidNotWrite(String source, long shardBytes) throws IOException {
        SplittableRandom random = new SplittableRandom(7L * source.hashCode() + shardBytes);
        Path whole = folder.resolve("whole");
        run(whole, source, shardBytes, STEPS + 1);
        Map<String, byte[]> expected = contents(whole);
        int refused = 0;

        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            Path work = folder.resolve("work" + mutation);
            int stopped = 1 + random.nextInt(STEPS);
            run(work, source, shardBytes, stopped);
            String change = change(work, random);

            try {
                run(work, source, shardBytes, STEPS + 1);
                assertThat(contents(work))
                        .as("%s after step %d", change, stopped)
                        .containsExactlyInAnyOrderEntriesOf(expected);
            } catch (CheckpointException e) {
                refused++;
                assertThat(e).as(change).hasMessageContaining("InitializeOptions.startOver()");
            }
            delete(work);
        }
        assertThat(refused).isPositive();
    }

    /** Initialises until so many parameters are complete, and is interrupted then. */
    private static void run(Path folder, String source, long shardBytes, int steps) throws IOException {
        Files.createDirectories(folder);
        int[] left = {steps};
        ProgressListener interrupting = (parameter, done, total) -> {
            if (--left[0] == 0) {
                Thread.currentThread().interrupt();
            }
        };
        InitializeOptions options = InitializeOptions.defaults()
                .withFiles(SaveOptions.defaults().withShardsOf(shardBytes))
                .withExecution(Execution.serial().withProgress(interrupting));
        try {
            PLAN.initialize(folder.resolve("model.safetensors"), source(source), options);
        } catch (CancellationException e) {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static RandomSource source(String name) {
        return switch (name) {
            case "seeded" -> RandomSource.seeded(3);
            case "torch" -> RandomSource.torch(3);
            default -> RandomSource.jax(3);
        };
    }

    /** Changes one of the files; says how. */
    private static String change(Path folder, SplittableRandom random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        if (file.toString().endsWith(".journal") || random.nextInt(3) > 0) {
            byte[] bytes = Files.readAllBytes(file);
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            return switch (random.nextInt(7)) {
                case 0 -> write(file, "cut off at " + at, Arrays.copyOf(bytes, at));
                case 1 -> write(file, "longer", Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(5000)));
                case 2 -> {
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                    yield write(file, "a bit at " + at, bytes);
                }
                case 3 -> {
                    Arrays.fill(bytes, at, bytes.length, (byte) 0);
                    yield write(file, "zeros from " + at, bytes);
                }
                case 4 -> {
                    byte[] piece = Arrays.copyOfRange(bytes, 0, at);
                    byte[] rest = Arrays.copyOfRange(
                            bytes, Math.min(bytes.length, at + 1 + random.nextInt(300)), bytes.length);
                    byte[] both = Arrays.copyOf(piece, piece.length + rest.length);
                    System.arraycopy(rest, 0, both, piece.length, rest.length);
                    yield write(file, "a piece less at " + at, both);
                }
                case 5 -> lines(file, random);
                default -> write(file, "empty", new byte[0]);
            };
        }
        Files.delete(file);
        if (random.nextBoolean()) {
            return file + " deleted";
        }
        Plan.of(builder -> builder.tensor("other", constant(7), 30, 21))
                .initialize(folder.resolve("other"), RandomSource.seeded(1));
        String name = file.toString();
        Path under = Path.of(random.nextBoolean() ? name : name.replace(".partial", ""));
        Files.move(folder.resolve("other"), under);
        return under + " of another model, instead of " + file;
    }

    /** Lines of a journal that are missing, there twice or in another order; any other file is made empty. */
    private static String lines(Path file, SplittableRandom random) throws IOException {
        if (!file.toString().endsWith(".journal")) {
            return write(file, "empty", new byte[0]);
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int line = random.nextInt(lines.size());
        String moved = lines.get(line);
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(random.nextInt(lines.size()), moved);
            default -> lines.set(line, lines.get(random.nextInt(lines.size())));
        }
        Files.write(file, lines);
        return "line " + line + " of " + file + " moved";
    }

    private static String write(Path file, String how, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return file.getFileName() + ": " + how;
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
