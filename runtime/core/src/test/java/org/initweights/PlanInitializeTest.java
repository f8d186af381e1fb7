package org.initweights;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initweights.io.CheckpointException;
import org.initweights.io.SaveOptions;
import org.initweights.testing.CrashingFileSystem;
import org.initweights.testing.SampleModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanInitializeTest {

    private static final InitializeOptions SMALL = InitializeOptions.defaults().withMemory(1 << 20);

    @TempDir
    Path folder;

    static Stream<Supplier<RandomSource>> sources() {
        return Stream.of(
                () -> RandomSource.seeded(5),
                () -> RandomSource.torch(5),
                () -> RandomSource.torch(5, TorchVersion.V2_11),
                () -> RandomSource.jax(5));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void writesTheBytesOfInitialisingInMemory(Supplier<RandomSource> source) throws IOException {
        assertSameBytes(SampleModels::everyInitializer, source, InitializeOptions.defaults());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void writesTheSameBytesInLittleMemory(Supplier<RandomSource> source) throws IOException {
        assertSameBytes(SampleModels::largerThanMemory, source, SMALL);
    }

    @Test
    void whatIsWrittenDoesNotDependOnThreads() throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(40);
        try {
            for (Execution execution : List.of(Execution.serial(), Execution.on(pool, 5), Execution.on(pool, 40))) {
                assertSameBytes(
                        SampleModels::largerThanMemory, () -> RandomSource.seeded(8), SMALL.withExecution(execution));
            }
        } finally {
            pool.shutdown();
        }
    }

    private void assertSameBytes(
            Consumer<WeightsBuilder> model, Supplier<RandomSource> source, InitializeOptions options)
            throws IOException {
        Path saved = folder.resolve("saved.safetensors");
        Path planned = folder.resolve("planned.safetensors");
        Weights.of(model).initialize(source.get()).parameters().save(saved);

        Plan.of(model).initialize(planned, source.get(), options);

        assertThat(Files.mismatch(planned, saved)).isEqualTo(-1);
        assertThat(folder).isDirectoryNotContaining("glob:**{partial,journal}");
    }

    @Test
    void writesShardsAndTheirIndexAsSavingDoes() throws IOException {
        SaveOptions shards = SaveOptions.defaults().withSeed(1).withShardsOf(3_000_000);
        Path saved = Files.createDirectory(folder.resolve("saved"));
        Path planned = Files.createDirectory(folder.resolve("planned"));
        Weights.of(SampleModels::largerThanMemory)
                .initialize(1)
                .parameters()
                .save(saved.resolve("model.safetensors"), shards);

        Plan.of(SampleModels::largerThanMemory)
                .initialize(planned.resolve("model.safetensors"), RandomSource.seeded(1), SMALL.withFiles(shards));

        assertThat(names(planned)).isEqualTo(names(saved)).hasSizeGreaterThan(5);
        for (String name : names(saved)) {
            assertThat(withoutIdentity(planned.resolve(name))).as(name).isEqualTo(withoutIdentity(saved.resolve(name)));
        }
    }

    /** The identity of what is saved is made of its elements, that of what is drawn of plan and source. */
    private static String withoutIdentity(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .replaceFirst("\\s*\"save_id\": *\"[0-9a-f]{32}\",|,\"save_id\":\"[0-9a-f]{32}\"", "");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void goesOnWhereItWasInterrupted(Supplier<RandomSource> source) throws IOException {
        Random random = new Random(11);
        Plan plan = Plan.of(SampleModels::everyInitializer);
        Path expected = folder.resolve("expected");
        plan.initialize(expected, source.get());
        Path file = folder.resolve("resumed");
        List<String> told = new ArrayList<>();
        int runs = 0;

        for (boolean complete = false; !complete; runs++) {
            int rest = 1 + random.nextInt(30);
            ProgressListener interrupting = interruptingAfter(rest, told);
            try {
                plan.initialize(
                        file,
                        source.get(),
                        SMALL.withExecution(Execution.parallel().withProgress(interrupting)));
                complete = true;
            } catch (CancellationException e) {
                assertThat(Thread.interrupted()).isTrue();
                assertThat(file).doesNotExist();
            }
        }

        assertThat(Files.mismatch(file, expected)).isEqualTo(-1);
        assertThat(runs).isGreaterThan(3);
        // Each parameter once: what was complete when a run was interrupted was not drawn again.
        assertThat(told.stream().filter(name -> !name.endsWith("out_proj.bias")))
                .doesNotHaveDuplicates();
    }

    private static ProgressListener interruptingAfter(int parameters, List<String> told) {
        int[] left = {parameters};
        return (parameter, done, total) -> {
            told.add(parameter.name());
            if (--left[0] == 0) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Test
    void doesNotBeginWhenInterrupted() throws IOException {
        Plan plan = Plan.of(SampleModels::everyInitializer);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(folder.resolve("a"), RandomSource.seeded(1)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("a")).doesNotExist();
        plan.initialize(folder.resolve("a"), RandomSource.seeded(1));
        assertThat(names(folder)).containsExactly("a");
    }

    @Test
    void doesNotStartOverWhenInterrupted() throws IOException {
        Plan plan = Plan.of(SampleModels::everyInitializer);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(folder.resolve("a"), RandomSource.seeded(1), SMALL.startOver()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void stopsInTheMiddleOfAParameter() throws IOException {
        Plan plan = Plan.of(p -> p.tensor("a", normal(), 2_000_000));
        Path file = folder.resolve("a");
        Thread main = Thread.currentThread();
        // Another thread is asked for help once the parameter is begun.
        List<Runnable> asked = new ArrayList<>();
        Execution interrupting = Execution.on(
                task -> {
                    asked.add(task);
                    main.interrupt();
                },
                2);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(file, RandomSource.seeded(1), SMALL.withExecution(interrupting)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).isNotEmpty();
        assertThat(names(folder)).containsExactly("a.partial", "a.safetensors.journal");
        assertThat(Files.readAllLines(folder.resolve("a.safetensors.journal")))
                .last(as(STRING))
                .as("nothing is complete")
                .startsWith("0 ");
        plan.initialize(file, RandomSource.seeded(1));
        plan.initialize(folder.resolve("expected"), RandomSource.seeded(1));
        assertThat(file).hasSameBinaryContentAs(folder.resolve("expected"));
    }

    @Test
    void stopsWhileFilesAreCreated() throws IOException {
        int shards = 50;
        Plan plan = Plan.of(p -> IntStream.range(0, shards).forEach(i -> p.tensor("a" + i, normal(), 1)));
        InitializeOptions options = SMALL.withFiles(SaveOptions.defaults().withShardsOf(1));
        Path file = folder.resolve("a");
        Thread main = Thread.currentThread();
        // To create a file takes two changes: if there is another one of its name, that goes before.
        CrashingFileSystem interrupting = new CrashingFileSystem(folder, shards, main::interrupt);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(interrupting.path(file), RandomSource.seeded(1), options));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(names(folder))
                .contains("a.safetensors.journal")
                .allMatch(name -> name.matches(".*[.](journal|partial)"))
                .hasSizeBetween(shards / 2, shards / 2 + 2);
        plan.initialize(file, RandomSource.seeded(1), options);
        assertThat(names(folder)).hasSize(shards + 1);
    }

    @Test
    void canBeInterruptedAtAnyMoment() throws IOException {
        Random random = new Random(12);
        Plan plan = Plan.of(SampleModels::largerThanMemory);
        InitializeOptions options = SMALL.withFiles(SaveOptions.defaults().withShardsOf(3_000_000));
        Path expected = Files.createDirectory(folder.resolve("expected"));
        Path resumed = Files.createDirectory(folder.resolve("resumed"));
        long begin = System.nanoTime();
        plan.initialize(expected.resolve("model.safetensors"), RandomSource.seeded(1), options);
        long time = System.nanoTime() - begin;
        int interrupted = 0;

        for (int run = 0; run < 40; run++) {
            if (random.nextInt(10) == 0) {
                deleteAll(resumed);
            }
            // Evenly over the orders of magnitude: opening and naming files takes no time beside drawing what is in
            // them.
            long delay = (long) (time * Math.pow(random.nextDouble(), 5));
            CompletableFuture<Void> interruption = interruptAfter(delay);
            try {
                plan.initialize(resumed.resolve("model.safetensors"), RandomSource.seeded(1), options);
            } catch (CancellationException e) {
                interrupted++;
            } finally {
                interruption.join();
                Thread.interrupted();
            }
        }

        assertThat(interrupted).isPositive();
        plan.initialize(resumed.resolve("model.safetensors"), RandomSource.seeded(1), options);
        assertThat(names(resumed)).isEqualTo(names(expected));
        for (String name : names(expected)) {
            assertThat(resumed.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
        }
    }

    private static CompletableFuture<Void> interruptAfter(long nanoseconds) {
        Thread main = Thread.currentThread();
        Runnable interrupting = () -> {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < nanoseconds) {
                Thread.onSpinWait();
            }
            main.interrupt();
        };
        return CompletableFuture.runAsync(interrupting, work -> new Thread(work).start());
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aSourceThatFailedHalfwayCanGoOn() throws IOException {
        Plan plan = Plan.of(
                p -> p.tensor("a", normal(), 100).tensor("b", normal(), 100).tensor("c", normal(), 7));
        plan.initialize(folder.resolve("expected"), RandomSource.torch(3));
        RandomSource torch = RandomSource.torch(3);
        Path file = folder.resolve("resumed");

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(file, torch, interruptedAt("b")));
        Thread.interrupted();
        plan.initialize(file, torch);

        assertThat(file).hasSameBinaryContentAs(folder.resolve("expected"));
    }

    @Test
    void aSourceStandsAfterAContinuedRunWhereItStandsAfterAWholeOne() throws IOException {
        Plan plan = Plan.of(p -> p.tensor("a", normal(), 100).tensor("b", normal(), 7));
        Plan next = Plan.of(p -> p.tensor("next", normal(), 100));
        RandomSource whole = RandomSource.torch(3);
        plan.initialize(folder.resolve("whole"), whole);
        next.initialize(folder.resolve("after the whole"), whole);
        for (String last : List.of("a", "b")) {
            Path file = folder.resolve("continued" + last);
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> plan.initialize(file, RandomSource.torch(3), interruptedAt(last)));
            Thread.interrupted();
            RandomSource continued = RandomSource.torch(3);

            plan.initialize(file, continued);
            next.initialize(folder.resolve("after " + last), continued);

            assertThat(file).hasSameBinaryContentAs(folder.resolve("whole"));
            assertThat(folder.resolve("after " + last)).hasSameBinaryContentAs(folder.resolve("after the whole"));
        }
    }

    @Test
    void refusesToGoOnWithAnotherPlanOrSource() throws IOException {
        Plan plan = Plan.of(p -> p.tensor("a", normal(), 100).tensor("b", normal(), 100));
        Plan other = Plan.of(p -> p.tensor("a", normal(), 100).tensor("b", normal(0, 2), 100));
        Path file = folder.resolve("model");
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(file, RandomSource.jax(name -> JaxKey.of(1)), interruptedAt("a")));
        Thread.interrupted();

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> other.initialize(file, RandomSource.jax(name -> JaxKey.of(1))))
                .withMessageStartingWith(
                        file + ".safetensors.journal: it belongs to an interrupted run of another plan")
                .withMessageEndingWith("begin anew with InitializeOptions.startOver()");
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> plan.initialize(file, RandomSource.jax(name -> JaxKey.of(2))))
                .withMessageContaining("of another random source: also RandomSource.jax(keys), but with other numbers");

        other.initialize(
                file, RandomSource.seeded(1), InitializeOptions.defaults().startOver());
        assertThat(names(folder)).containsExactly("model");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void goesOnAfterAnError(Supplier<RandomSource> sources) throws IOException {
        Plan plan = Plan.of(SampleModels::everyInitializer);
        Path file = folder.resolve("model");
        RandomSource source = sources.get();
        ProgressListener failing = (parameter, done, total) -> {
            if (parameter.name().equals("F16.sparse")) {
                throw new StackOverflowError("expected");
            }
        };
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> plan.initialize(
                        file, source, SMALL.withExecution(Execution.parallel().withProgress(failing))))
                .withMessage("expected");

        // The source stands where it stood, so that it is the one of the run that is continued.
        plan.initialize(file, source);

        plan.initialize(folder.resolve("expected"), sources.get());
        assertThat(file).hasSameBinaryContentAs(folder.resolve("expected"));
    }

    private static InitializeOptions interruptedAt(String name) {
        return InitializeOptions.defaults().withExecution(Execution.serial().withProgress((parameter, done, total) -> {
            if (parameter.name().equals(name)) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "model.safetensors"})
    void twoRunsDoNotWriteTheSameCheckpoint(String other) {
        Plan plan = Plan.of(p -> p.tensor("a", normal(), 100));
        Path file = folder.resolve("model");
        ProgressListener again = (parameter, done, total) -> {
            try {
                plan.initialize(file.resolveSibling(other), RandomSource.seeded(1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> plan.initialize(
                        file,
                        RandomSource.seeded(1),
                        InitializeOptions.defaults()
                                .withExecution(Execution.serial().withProgress(again))))
                .withCauseInstanceOf(CheckpointException.class)
                .withMessageContaining("model.safetensors.journal: another run initialises this checkpoint");
    }

    @Test
    void aTornJournalCountsForItsWholeLines() throws IOException {
        Plan plan = Plan.of(SampleModels::everyInitializer);
        Path file = folder.resolve("model");
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(file, RandomSource.torch(2), interruptedAt("F16.sparse")));
        Thread.interrupted();
        plan.initialize(folder.resolve("expected"), RandomSource.torch(2));
        Path journal = folder.resolve("model.safetensors.journal");
        String text = Files.readString(journal);

        Files.writeString(journal, text.substring(0, text.length() - 500));
        plan.initialize(file, RandomSource.torch(2));

        assertThat(file).hasSameBinaryContentAs(folder.resolve("expected"));
    }

    @Test
    void refusesAJournalWithoutItsFile() throws IOException {
        Plan plan = Plan.of(p -> p.tensor("a", normal(), 100).tensor("b", normal(), 100));
        Path file = folder.resolve("model");
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(file, RandomSource.seeded(1), interruptedAt("a")));
        Thread.interrupted();
        Files.delete(folder.resolve("model.partial"));

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> plan.initialize(file, RandomSource.seeded(1)))
                .withMessageContaining("it is gone, but its journal model.safetensors.journal is there");
    }

    @Test
    void refusesMoreThanTheDiskHasRoomFor() {
        Plan plan = Plan.of(p -> p.tensor("large", normal(), 1L << 50));

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> plan.initialize(folder.resolve("large"), RandomSource.seeded(1)))
                .withMessageContaining("bytes, and the disk has room for ");
    }

    @Test
    void refusesTooLittleMemory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitializeOptions.defaults().withMemory(1000))
                .withMessage("a memory of 1000 bytes is too little; give at least 1048576");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
